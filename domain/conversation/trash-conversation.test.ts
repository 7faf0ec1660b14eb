import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { viewsOf } from '../view/views-of';

it('TKT-7 VIEW-10 D5 its ticket goes along, hidden', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  expect(await world.act(world.ann, 'trashConversation', { conversationId })).toBeUndefined();
  expect(world.get('conversations', conversationId).trashed).toEqual({ at: world.at, by: world.ann });
  expect(viewsOf(world.get('conversations', conversationId))).toEqual(['trash']);
  expect(world.get('tickets', ticketId).trashedAt).toBe(world.at);
});

it('D6 a ticket another live conversation uses stays, until the last of them goes', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('per@kunde.example');
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });
  await world.act(world.ann, 'trashConversation', { conversationId: a });
  expect(world.get('tickets', ticketId).trashedAt).toBeNull();
  await world.act(world.ann, 'trashConversation', { conversationId: b });
  expect(world.get('tickets', ticketId).trashedAt).toBe(world.at);
});

it('VIEW-10 what lies in trash is refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.bo, 'trashConversation', { conversationId })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'trashConversation', { conversationId })).toBe('not-found');
});

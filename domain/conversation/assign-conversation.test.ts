import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('TKT-3 D7 the ticket follows the last assignment, another conversation of it does not', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'assignConversation', { conversationId: a, ownerId: world.ann });
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });

  await world.act(world.ann, 'assignConversation', { conversationId: b, ownerId: world.bo });

  expect(world.get('tickets', ticketId).ownerId).toBe(world.bo);
  expect(world.get('conversations', a).ownerId).toBe(world.ann);
  expect(world.get('conversations', b).ownerId).toBe(world.bo);
});

it('D7 taking the owner off clears the ticket’s owner only if it was that agent', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.ann });
  const ticketId = await world.ticketFor(conversationId);
  world.set('tickets', ticketId, { ownerId: world.bo });
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: null });
  expect(world.get('tickets', ticketId).ownerId).toBe(world.bo);

  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.ann });
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: null });
  expect(world.get('tickets', ticketId).ownerId).toBeNull();
});

it('D23 only to a member of the inbox who is active', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const toCarl = await world.try(world.ann, 'assignConversation', { conversationId, ownerId: world.carl });
  expect(toCarl.refused).toEqual({ refused: 'owner-not-a-member', detail: { agentId: world.carl } });
  world.set('agents', world.bo, { active: false });
  expect(await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo })).toBe('owner-not-a-member');
  expect(world.get('conversations', conversationId).ownerId).toBeNull();
});

it('THR-2 not while it lies in trash', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.ann })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not, not even for themselves', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'assignConversation', { conversationId, ownerId: world.carl })).toBe('not-found');
});

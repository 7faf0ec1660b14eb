import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('VIEW-10 D5 Restore brings conversation and ticket back as they were', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  const before = { conversation: world.get('conversations', conversationId), ticket: world.get('tickets', ticketId) };
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.bo, 'restoreConversation', { conversationId })).toBeUndefined();
  const { messageCount } = before.conversation;
  expect(world.done(conversationId).map(({ event }) => event?.code)).toEqual(expect.arrayContaining(['trashed', 'restored']));
  expect({ conversation: world.get('conversations', conversationId), ticket: world.get('tickets', ticketId) }).toEqual({
    ...before,
    conversation: { ...before.conversation, messageCount: messageCount + 2 },
  });
});

it('D6 restoring one of two brings their ticket back for it alone', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });
  for (const conversationId of [a, b]) await world.act(world.ann, 'trashConversation', { conversationId });
  await world.act(world.ann, 'restoreConversation', { conversationId: a });
  expect(world.get('tickets', ticketId).trashedAt).toBeNull();
  expect(world.get('conversations', b).trashed).not.toBeNull();
});

it('VIEW-10 what is not in trash cannot come back from it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.ann, 'restoreConversation', { conversationId })).toBe('not-in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.carl, 'restoreConversation', { conversationId })).toBe('not-found');
});

import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';

it('THR-4 TKT-6 reopens this one alone, and what the customer waits for is owed again', async () => {
  const world = new World();
  const { conversationId, receivedAt } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.ann, 'closeTicket', { ticketId });
  world.at += hour;
  expect(await world.act(world.bo, 'reopenConversation', { conversationId })).toBeUndefined();
  const conversation = world.get('conversations', conversationId);
  expect(conversation).toMatchObject({ status: 'open', dueAt: receivedAt + 2 * hour });
  expect(conversation).not.toHaveProperty('closedAt');
  expect(world.get('tickets', ticketId).status).toBe('closed');
});

it('THR-4 an answered one is reopened owing nothing', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  world.at += hour;
  await world.reply(world.ann, conversationId);
  await world.act(world.ann, 'closeConversation', { conversationId });
  await world.act(world.ann, 'reopenConversation', { conversationId });
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', dueAt: null });
});

it('THR-4 an open one, and one in trash, are refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.ann, 'reopenConversation', { conversationId })).toBe('not-closed');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'reopenConversation', { conversationId })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'reopenConversation', { conversationId })).toBe('not-found');
});

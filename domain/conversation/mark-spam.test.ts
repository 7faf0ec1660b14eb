import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { viewsOf } from '../view/views-of';

it('THR-7 D13 filters this thread alone: later mail in it stays there, another thread of the sender does not follow', async () => {
  const world = new World();
  const first = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(first.conversationId);
  expect(await world.act(world.ann, 'markSpam', { conversationId: first.conversationId })).toBeUndefined();
  expect(world.get('conversations', first.conversationId)).toMatchObject({
    spam: { reason: 'marked-by-agent', rule: null, at: world.at },
    dueAt: null,
  });

  const again = await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
  const other = await world.mailFrom('ida@kunde.example');
  expect(again.conversationId).toBe(first.conversationId);
  expect(viewsOf(world.get('conversations', first.conversationId))).toEqual(['spam']);
  expect(world.get('conversations', first.conversationId)).toMatchObject({ messageCount: 2 + world.done(first.conversationId).length, dueAt: null });
  expect(world.get('conversations', other.conversationId).spam).toBeNull();
  expect(world.get('tickets', ticketId).trashedAt).toBeNull();
});

it('THR-7 spam already, and trash, are refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'markSpam', { conversationId });
  expect(await world.act(world.ann, 'markSpam', { conversationId })).toBe('in-spam');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'markSpam', { conversationId })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'markSpam', { conversationId })).toBe('not-found');
});

import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import { dueAtOf } from './due-at';

async function waiting() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  return { ...world.get('conversations', conversationId), dueAt: null };
}

it('LIST-2 so many minutes after the word that waits; what is owed keeps its time', async () => {
  const conversation = await waiting();
  const { lastInboundAt } = conversation;
  expect(dueAtOf(conversation, { answerWithinMinutes: 30 })).toBe((lastInboundAt ?? 0) + 30 * minute);
  expect(dueAtOf({ ...conversation, dueAt: 7 }, { answerWithinMinutes: 30 })).toBe(7);
});

it('LIST-2 nothing without a goal, once answered, closed, in Spam or in trash', async () => {
  const conversation = await waiting();
  const goal = { answerWithinMinutes: 30 };
  expect(dueAtOf(conversation, { answerWithinMinutes: null })).toBeNull();
  expect(dueAtOf({ ...conversation, lastOutboundAt: conversation.lastInboundAt }, goal)).toBeNull();
  expect(dueAtOf({ ...conversation, status: 'closed', closedAt: 1, closedBy: null }, goal)).toBeNull();
  expect(dueAtOf({ ...conversation, spam: { reason: 'bulk-mail', rule: null, at: 1 } }, goal)).toBeNull();
  expect(dueAtOf({ ...conversation, trashed: { at: 1, by: null } }, goal)).toBeNull();
});

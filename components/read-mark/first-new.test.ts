import { expect, it } from 'vitest';
import { blankMessage } from '../../domain/message/blank-message';
import { id } from '../../tests/support/rows';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { firstNew } from './first-new';

const [me, bo] = [id(2), id(3)];
const message = (n: number, changes: Partial<ThreadMessage> = {}): ThreadMessage => ({
  ...blankMessage,
  ...{ id: id(n), space: 'inbox:x', conversationId: id(1), kind: 'email', direction: 'in', receivedAt: n, pending: false },
  author: { kind: 'contact', contactId: null, name: 'Kim', address: null },
  ...changes,
});
const by = (agentId: string) => ({ author: { kind: 'agent', agentId }, direction: 'out' }) as const;
const thread = [message(10), message(11, { kind: 'event', author: { kind: 'system' } }), message(12, by(me)), message(13, by(bo)), message(14)];
const first = (seenAt: number, unread?: true) => firstNew(thread, { seenAt, ...(unread && { unread }) }, me);

it('THR-21 "New" stands above the first news since one looked: not above what a colleague answered, a machine, or who is blocked', () => {
  expect([first(10), first(13), first(14)]).toEqual([id(14), id(14), undefined]);
  const others = [message(15, { automatic: 'auto-reply' }), message(16, { blocked: true })];
  expect(firstNew([...thread, ...others], { seenAt: 14 }, me)).toBeUndefined();
});

it('THR-21 a colleague’s comment is news, one’s own is none', () => {
  const comment = (n: number, agentId: string) => message(n, { ...by(agentId), kind: 'comment' });
  expect(firstNew([...thread, comment(15, me), comment(16, bo)], { seenAt: 14 }, me)).toBe(id(16));
});

it('THR-21 it stands nowhere where nothing was ever seen, nor above what only this device has', () => {
  expect([firstNew(thread, undefined, me), first(0), firstNew([message(10), message(99, { pending: true })], { seenAt: 10 }, me)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('THR-21 marked unread it stands above the last news, but parts no thread of one message', () => {
  expect([first(14, true), first(12, true), firstNew([message(10)], { seenAt: 10, unread: true }, me)]).toEqual([id(14), id(14), undefined]);
});

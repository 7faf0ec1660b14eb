import { describe, expect, it } from 'vitest';
import { blankMessage } from '../../domain/message/blank-message';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { foldPlan } from './fold-plan';

const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const message = (n: number, changes: Partial<ThreadMessage> = {}): ThreadMessage => ({
  ...blankMessage,
  id: idOf(n),
  space: `inbox:${idOf(900)}`,
  conversationId: idOf(901),
  kind: 'email',
  direction: 'in',
  author: { kind: 'contact', contactId: null, name: 'Henrik', address: null },
  receivedAt: n * 60_000,
  pending: false,
  ...changes,
});
const out = { direction: 'out', author: { kind: 'agent', agentId: idOf(902) } } as const;
const shapes = (messages: ThreadMessage[], opened: string[] = []) =>
  foldPlan(messages, new Set(opened)).map((piece) =>
    piece.kind === 'more' || piece.kind === 'turn' ? `${piece.kind} ${piece.messages.length}` : piece.kind,
  );

describe('THR-1 what of a thread is open', () => {
  it('THR-1 the newest mail in and all after it; the first as a line, the rest counted', () => {
    const mails = [message(1), message(2, out), message(3), message(4, out), message(5), message(6, out)];
    expect(shapes(mails)).toEqual(['line', 'more 3', 'entry', 'entry']);
  });

  it('THR-1 two older ones are two lines: "1 more" takes as much room', () => {
    expect(shapes([message(1), message(2, out), message(3)])).toEqual(['line', 'line', 'entry']);
  });

  it('THR-20 two things done stand as lines, three in a row are one, until they are opened; what came by itself is never folded', () => {
    const act = { kind: 'event', direction: 'internal', author: { kind: 'agent', agentId: idOf(902) } } as const;
    const byItself = { ...act, author: { kind: 'system' } } as const;
    expect(shapes([message(1), message(2, act), message(3, act)])).toEqual(['entry', 'entry', 'entry']);
    const run = [message(1), message(2, act), message(3, act), message(4, act), message(5, byItself), message(6, act)];
    expect(foldPlan(run, new Set()).map(({ kind, key }) => [kind, key])).toEqual([
      ['entry', idOf(1)],
      ['acts', `acts-${idOf(2)}`],
      ['entry', idOf(5)],
      ['entry', idOf(6)],
    ]);
    expect(shapes(run, [idOf(2), idOf(3), idOf(4)])).toEqual(Array(6).fill('entry'));
  });

  it('THR-21 what is new begins a piece of its own, in a run of older ones and in a turn of a chat', () => {
    const mails = [message(1), message(2, out), message(3, out), message(4, out), message(5, out), message(6)];
    expect(foldPlan(mails, new Set(), idOf(4)).map(({ kind, key }) => [kind, key])).toEqual([
      ['line', idOf(1)],
      ['more', `more-${idOf(2)}`],
      ['line', idOf(4)],
      ['line', idOf(5)],
      ['entry', idOf(6)],
    ]);
    const lines = [1, 2, 3].map((n) => message(n, { kind: 'chat' }));
    expect(foldPlan(lines, new Set(), idOf(2)).map(({ key }) => key)).toEqual([idOf(1), idOf(2)]);
  });

  it('THR-1 what a person opened stays open', () => {
    expect(shapes([message(1), message(2, out), message(3)], [idOf(1)])).toEqual(['entry', 'line', 'entry']);
  });

  it('RPL-3 comments and event lines are never folded', () => {
    const comment = message(2, { ...out, kind: 'comment', direction: 'internal' });
    expect(shapes([message(1), comment, message(3)])).toEqual(['line', 'entry', 'entry']);
  });

  it('THR-1 a bounce does not fold the mail it answers', () => {
    expect(shapes([message(1), message(2, { automatic: 'bounce' })])).toEqual(['entry', 'entry']);
  });

  it('THR-1 our own first mail is open where nobody has answered', () =>
    expect(shapes([message(1, out), message(2, out)])).toEqual(['line', 'entry']));

  it('VIEW-4 chat lines of one side within five minutes are one turn', () => {
    const chat = { kind: 'chat' } as const;
    const lines = [message(1, chat), message(2, chat), message(3, { ...out, ...chat }), message(20, { ...out, ...chat })];
    expect(shapes(lines)).toEqual(['turn 2', 'turn 1', 'turn 1']);
  });

  it('VIEW-4 a very long chat shows its last forty lines', () => {
    const lines = Array.from({ length: 50 }, (_, n) => message(n + 1, { kind: 'chat' }));
    expect(shapes(lines)[0]).toBe('more 10');
  });
});

import { describe, expect, it } from 'vitest';
import { inboxSpace, workspaceSpace } from '../domain/model/ids';
import { agentRow, conversationRow, id, messageRow } from '../tests/support/rows';
import { BootstrapAnswer, PullAnswer, PushAnswer, readBootstrap, readPull } from './read-answers';

const space = inboxSpace(id(10));
const change = (table: string, row: { id: string }, version = 1) => ({ table, id: row.id, version, row, within: null, movedTo: null });
const pull = (rows: unknown[]) =>
  readPull(
    PullAnswer.parse({
      epoch: 'e',
      now: 1,
      agentId: id(2),
      workspaceId: id(1),
      spaces: [space],
      reset: [],
      changes: [{ space, to: 5, rows }],
      more: false,
      lastMutationId: 0,
    }),
  );
const rowsOf = (answer: ReturnType<typeof pull>) => answer.changes.flatMap(({ rows }) => rows);

describe('an older device before a newer hub', () => {
  it('K4 takes rows with longer texts and fields it does not know, and keeps those', () => {
    const delivery = { state: 'failed', at: 1, text: 'x'.repeat(1_000_000), code: 550 };
    const message = change('messages', { ...messageRow(1, 10, 100), delivery, tone: 'kind' } as never);
    expect(rowsOf(pull([message]))).toEqual([message]);
  });

  it.each([
    ['of a table it does not know', change('robots', { id: id(7) }), `robots/${id(7)}`],
    ['of a kind it does not know', change('messages', { ...messageRow(1, 10, 100), kind: 'fax' } as never), `messages/${id(1)}`],
    ['that lacks what every one has', change('conversations', { id: id(8) }), `conversations/${id(8)}`],
    ['that is none', 'nonsense', ''],
  ])('F20 one row %s is named, and the others go on', (_, row, name) => {
    const known = change('conversations', conversationRow(100, 10));
    const answer = pull([row, known]);
    expect(rowsOf(answer)).toEqual([known]);
    expect(answer.unknown).toEqual([{ space, row: name }]);
    const page = readBootstrap(space, BootstrapAnswer.parse({ epoch: 'e', version: 5, rows: [row, known], after: null, total: 1, counters: {} }));
    expect([page.rows, page.unknown]).toEqual([[known], [{ space, row: name }]]);
  });

  it('K3 an answer that is none of a hub is none', () => {
    expect(PullAnswer.safeParse({ hello: 'portal' }).success).toBe(false);
    expect(BootstrapAnswer.safeParse({ rows: [] }).success).toBe(false);
  });

  it('F22 a refusal for a reason it has no words for is one, and the outbox goes on', () => {
    const outcome = (refused: unknown) => ({ id: 1, uuid: id(1), refused });
    const read = (refused: unknown) =>
      PushAnswer.parse({ epoch: 'e', lastMutationId: 1, outcomes: [outcome(refused)], stopped: null }).outcomes[0]?.refused;
    expect(read({ refused: 'on-a-holiday' })).toEqual({ refused: 'newer-hub' });
    expect(read({ refused: 'gone', detail: { name: 'Bo' } })).toEqual({ refused: 'gone', detail: { name: 'Bo' } });
    expect(read(null)).toBeNull();
    expect(() => read('gone')).toThrow();
  });

  it('a row of another space is of that space', () => {
    const workspace = workspaceSpace(id(1));
    expect(
      readBootstrap(workspace, { ...BootstrapAnswer.parse({ epoch: 'e', version: 1, rows: [agentRow(2)], after: null, total: 0, counters: {} }) })
        .unknown,
    ).toEqual([{ space: workspace, row: '' }]);
  });
});

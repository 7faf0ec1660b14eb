import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { id } from '../../tests/support/rows';
import { SamtaleDatabase } from './database';
import { readSync } from './read-sync';
import { waitingChanges } from './waiting-changes';

const act = (n: number, name: string, args: object) => ({
  id: n,
  uuid: id(n),
  name,
  args: args as Record<string, string>,
  schemaVersion: 1,
  claimedAt: n,
  epoch: null,
  state: 'pending' as const,
  writes: [],
  reads: [],
});

it('ALL-1 what waits is counted as its author did it: a draft once, and not beside the reply it became', async () => {
  const db = new SamtaleDatabase(`waiting-${crypto.randomUUID()}`);
  await db.outbox.bulkAdd([
    act(1, 'saveDraft', { draftId: id(100) }),
    act(2, 'saveDraft', { draftId: id(101) }),
    act(3, 'saveDraft', { draftId: id(100) }),
    act(4, 'sendReply', { draftId: id(100) }),
    act(5, 'addComment', { draftId: null }),
    act(6, 'saveDraft', { draftId: id(101) }),
    { ...act(7, 'closeConversation', {}), state: 'applied' as const },
    // THR-21: how far somebody has read is nothing they did.
    act(8, 'setReadMark', { conversationId: id(100), seenAt: 1 }),
  ]);
  expect((await waitingChanges(db)).map(({ claimedAt }) => claimedAt)).toEqual([4, 5, 6]);
  expect((await readSync(db)).waiting).toBe(3);
});

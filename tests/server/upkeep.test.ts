import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentSpace, inboxSpace } from '../../domain/model/ids';
import type { HubDatabase } from '../../server/db/database';
import type { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { DrizzleOutboundQueue } from '../../server/db/outbound-queue';
import { pruneTombstones, pruneUndoEntries, tombstonesKept, undoKept } from '../../server/db/prune';
import { rowsOf } from '../../server/db/rows-of';
import { jobs, startJobs } from '../../server/jobs/start-jobs';
import { answerPull } from '../../server/sync/answer-pull';
import { conversationRow, id, write } from '../support/rows';
import { openSmallStore } from '../support/small-store';

let database: HubDatabase;
let store: DrizzleHubStore;
let now = 1_800_000_000_000;
const space = inboxSpace(id(10));

beforeAll(async () => {
  ({ database, store } = await openSmallStore(() => now));
});
afterAll(() => database.close());

const pull = async (cursors: Record<string, number>, limit?: number) => {
  const answer = await answerPull({ store, now: () => now }, id(3), { clientId: id(1), epoch: null, cursors }, limit);
  if (answer === 'signed-out') throw new Error('signed out');
  return answer;
};

it('K13 tombstones are kept for 90 days; an older cursor is told to start again, a newer one is not', async () => {
  const row = conversationRow(100, 10);
  await store.transaction('all', (transaction) => transaction.commit([write('conversations', row)]));
  const before = await store.snapshot((snapshot) => snapshot.version(space));
  await store.transaction('all', (transaction) => transaction.commit([write('conversations', null, row)]));
  await pruneTombstones(database.db, now + tombstonesKept);
  expect((await pull({ [space]: before })).changes.find((change) => change.space === space)?.rows).toMatchObject([{ id: row.id, row: null }]);

  await pruneTombstones(database.db, now + tombstonesKept + 1);
  expect((await pull({ [space]: before })).reset).toEqual([space]);
  expect((await pull({ [space]: before + 1 })).reset).toEqual([]);
  // Whoever has nothing yet gets all there is, and is never sent back, however small the pages are.
  const others = Object.fromEntries((await pull({})).changes.map((change) => [change.space, change.to]));
  const first = await pull({ ...others, [space]: 0 }, 1);
  const page = first.changes.find((change) => change.space === space);
  expect(first.reset).toEqual([]);
  expect(page?.to).toBeGreaterThanOrEqual(await store.snapshot((snapshot) => snapshot.prunedBelow(space)));
});

it('undo entries go after a day, and leave word of it', async () => {
  const entry = (n: number, at: number) => ({ id: id(n), space: agentSpace(id(3)), act: 'closeConversation', at, changes: [] });
  await store.transaction('all', (transaction) =>
    transaction.commit([write('undoEntries', entry(200, now - undoKept - 1)), write('undoEntries', entry(201, now))]),
  );
  const { version } = await store.snapshot(async (snapshot) => ({ version: await snapshot.version(agentSpace(id(3))) }));
  await pruneUndoEntries(store, now);
  const changes = await store.snapshot((snapshot) => snapshot.changesSince(agentSpace(id(3)), version, 10));
  expect(changes).toMatchObject([{ table: 'undoEntries', id: id(200), row: null }]);
  expect(await store.transaction('all', ({ reader }) => reader.find('undoEntries', id(201)))).toBeDefined();
});

it('the jobs are kept in the database and end when told to', async () => {
  const faults: unknown[] = [];
  now += 1;
  const outbound = new DrizzleOutboundQueue(store, () => now);
  const stop = await startJobs({
    database,
    store,
    outbound,
    now: () => now,
    mailNotices: async () => undefined,
    sweepFiles: async () => undefined,
    fault: (fault) => faults.push(fault),
  });
  const schedules = await rowsOf<{ name: string }>(database.db, sql`select name from jobs.schedule order by name`);
  expect(schedules.map((row) => row.name)).toEqual(Object.keys(jobs).sort());
  await stop();
  expect(faults).toEqual([]);
});

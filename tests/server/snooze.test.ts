import { afterAll, beforeAll, expect, it } from 'vitest';
import type { HubDatabase } from '../../server/db/database';
import type { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { endSnoozes } from '../../server/jobs/end-snoozes';
import { at, conversationRow, id, write } from '../support/rows';
import { openSmallStore } from '../support/small-store';

let database: HubDatabase;
let store: DrizzleHubStore;

beforeAll(async () => {
  ({ database, store } = await openSmallStore(() => at));
});
afterAll(() => database.close());

it('D25 K2 what is due is back by the hub’s clock; what is not, has no time, or lies in trash sleeps on; at the next look it is left alone', async () => {
  const until = (n: number | null) => ({ snoozed: { until: n, by: id(3) } });
  const rows = [
    conversationRow(100, 10, until(at)),
    conversationRow(101, 10, until(at + 1)),
    conversationRow(102, 10, until(null)),
    conversationRow(103, 10, { ...until(at), trashed: { at, by: null } }),
  ];
  await store.transaction('all', ({ commit }) => commit(rows.map((row) => write('conversations', row))));
  const standing = async () => {
    const now = await store.transaction('all', ({ reader }) => Promise.all(rows.map((row) => reader.find('conversations', row.id))));
    return now.map((row) => [row?.snoozed?.until, row?.backAt]);
  };
  const asleep = [
    [at + 1, undefined],
    [null, undefined],
    [at, undefined],
  ];
  await endSnoozes(store, () => at);
  expect(await standing()).toEqual([[undefined, at], ...asleep]);
  await endSnoozes(store, () => at);
  expect(await standing()).toEqual([[undefined, at], ...asleep]);
});

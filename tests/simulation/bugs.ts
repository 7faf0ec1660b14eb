import 'fake-indexeddb/auto';
import type { ClientStore, Source } from '../../sync/ports';
import type { SamtaleDatabase } from '../../utils/store/database';
import { me } from '../../utils/store/me';
import { newId } from '../../utils/store/new-id';
import { rebase } from '../../utils/store/rebase';
import { transact } from '../../utils/store/store-tables';
import type { Life } from './life';

/** The four classic mistakes of a sync, and one for each promise they do not touch. Each is planted to prove that the simulation would catch it. */
export const bugs = [
  'delete-before-ack',
  'no-dedupe',
  'new-key-per-retry',
  'cursor-before-rows',
  'whole-rows',
  'lost-unsaid',
  'base-kept',
  'drop-on-upgrade',
] as const;
export type Bug = (typeof bugs)[number];

interface Run {
  store: ClientStore;
  source: Source;
  db: SamtaleDatabase;
  life: Life;
}

/** The same run with the mistake in it. `no-dedupe` and `whole-rows` are the hub's and planted there, `drop-on-upgrade` in the upgrade. */
export function withBug(bug: Bug | undefined, run: Run): { store: ClientStore; source: Source } {
  const { store, source, db, life } = run;
  switch (bug) {
    case 'delete-before-ack':
      return { store, source: { ...source, push: (request) => forgetFirst(run).then(() => source.push(request)) } };
    case 'new-key-per-retry':
      return {
        store,
        source: {
          ...source,
          async push({ epoch, mutations }) {
            const renamed = mutations.map((mutation, n) => ({ ...mutation, id: n + 1, uuid: newId() }));
            const answer = await source.push({ clientId: newId(), epoch, mutations: renamed });
            const outcomes = answer.outcomes.map((outcome, n) => ({
              ...outcome,
              id: mutations[n]?.id ?? 0,
              uuid: mutations[n]?.uuid ?? outcome.uuid,
            }));
            return { ...answer, outcomes };
          },
        },
      };
    case 'cursor-before-rows':
      return {
        source,
        store: {
          ...store,
          async applyPull(response) {
            const before = await db.spaces.toArray();
            await life.effect('cursors alone', async () => {
              for (const { space, to } of response.changes) await db.spaces.update(space, { cursor: to });
            });
            await life.effect('rows after them', async () => {
              await db.spaces.bulkPut(before);
            });
            await store.applyPull(response);
          },
        },
      };
    case 'lost-unsaid':
      return { source, store: { ...store, startEpoch: (epoch) => store.startEpoch(epoch, []) } };
    case 'base-kept':
      return {
        source,
        store: {
          ...store,
          async applyPull(response) {
            const before = await db.base.toArray();
            await store.applyPull(response);
            await db.base.bulkPut(before);
          },
        },
      };
    default:
      return { store, source };
  }
}

/** Takes what is about to be pushed out of the outbox, cleanly, sure that it will arrive. */
async function forgetFirst({ db, life }: Run): Promise<void> {
  await life.effect('forget', () =>
    transact(db, async (tables) => {
      const dropped = await tables.outbox.where('state').equals('pending').toArray();
      const self = await me(tables);
      if (self) await rebase(tables, self.agentId, { rows: 'all', dropped, apply: async () => {} });
    }),
  );
}

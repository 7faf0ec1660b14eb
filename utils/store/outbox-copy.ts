import { clientRow } from './client-row';
import type { SamtaleDatabase } from './database';
import { me } from './me';
import { transact } from './store-tables';
import type { OutboxEntry } from './stored-rows';
import { withReopen } from './with-reopen';

/** A waiting act as it can be written down anywhere: plain JSON. */
export type CopiedAct = Pick<OutboxEntry, 'uuid' | 'name' | 'args' | 'schemaVersion' | 'claimedAt'> & { epoch: string | null };

const copied = 50;

/**
 * The newest waiting acts, to be kept outside IndexedDB: a database the browser found corrupt, or somebody deleted, comes back
 * empty, and all else comes again from the hub (F10).
 */
export async function copyOutbox(db: SamtaleDatabase): Promise<CopiedAct[]> {
  const entries = await withReopen(db, () => db.outbox.orderBy('id').reverse().limit(copied).toArray());
  return entries
    .reverse()
    .map(({ uuid, name, args, schemaVersion, claimedAt, epoch }) => ({ uuid, name, args, schemaVersion, claimedAt, epoch: epoch ?? null }));
}

/**
 * Puts a copy back into a database that was lost, before its first sync; answers how many acts. One that knows whose it is
 * was not lost and is left alone. What the hub has already it knows by its uuid.
 */
export async function restoreOutbox(db: SamtaleDatabase, acts: readonly CopiedAct[]): Promise<number> {
  if (acts.length === 0) return 0;
  return withReopen(db, () =>
    transact(db, async (tables) => {
      if ((await me(tables)) || (await tables.outbox.toCollection().first())) return 0;
      const client = await clientRow(tables);
      await tables.outbox.bulkAdd(acts.map((act, at) => ({ ...act, id: client.lastId + at + 1, state: 'pending' as const, writes: [], reads: [] })));
      await tables.meta.put({ ...client, lastId: client.lastId + acts.length });
      return acts.length;
    }),
  );
}

import type { Id } from '../../domain/model/ids';
import { clientRow } from './client-row';
import type { SamtaleDatabase } from './database';
import { me } from './me';
import { replay } from './rebase';
import { transact } from './store-tables';
import type { NotAppliedEntry } from './stored-rows';
import { withReopen } from './with-reopen';

/**
 * Does acts a restored hub lost again, whole chains in the order they were done and as the acts they were: what reached the hub by
 * another way is not done twice, and a mail among them, which may have gone out, waits for a person (K12, I2). The hub has the last
 * word on each; what it will not have comes back with its reason.
 */
export async function applyLostAgain(db: SamtaleDatabase, chains: readonly Id[]): Promise<void> {
  await withReopen(db, () =>
    transact(db, async (tables) => {
      const entries = (await tables.notApplied.toArray()).filter(isLostOf(chains)).sort(inOrder);
      const self = await me(tables);
      if (!self || entries.length === 0) return;
      const client = await clientRow(tables);
      await tables.meta.put({ ...client, lastId: client.lastId + entries.length });
      for (const [at, { uuid, name, args, claimedAt, lost }] of entries.entries()) {
        const act = { id: client.lastId + at + 1, uuid, name, args, claimedAt, schemaVersion: lost.schemaVersion, epoch: lost.epoch };
        const entry = { ...act, state: 'pending' as const, writes: [], reads: [] };
        await tables.notApplied.delete(uuid);
        await tables.outbox.add(entry);
        await replay(tables, self.agentId, entry);
      }
    }),
  );
}

/** Lets acts a restored hub lost go, whole chains. */
export const dismissLost = (db: Pick<SamtaleDatabase, 'notApplied'>, chains: readonly Id[]): Promise<unknown> =>
  db.notApplied.filter(isLostOf(chains)).delete();

type LostEntry = NotAppliedEntry & Required<Pick<NotAppliedEntry, 'lost'>>;

const isLostOf =
  (chains: readonly Id[]) =>
  (entry: NotAppliedEntry): entry is LostEntry =>
    entry.lost !== undefined && chains.includes(entry.chain);

const inOrder = (a: LostEntry, b: LostEntry) => a.at - b.at || a.lost.place - b.lost.place;

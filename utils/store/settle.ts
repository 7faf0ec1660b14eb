import type { Id } from '../../domain/model/ids';
import type { PushOutcome } from '../../sync/protocol';
import { me } from './me';
import { rebase } from './rebase';
import type { StoreTables } from './store-tables';
import type { NotAppliedEntry, OutboxEntry } from './stored-rows';

/**
 * Takes in what became of pushed acts. An applied one stands until a pull brings its rows; a refused one leaves the screen and goes
 * to *Not applied*, its words with it. An answer about an act that is no longer here says nothing (I8).
 */
export async function settle(tables: StoreTables, outcomes: readonly PushOutcome[], now: number): Promise<void> {
  const entries = await tables.outbox.bulkGet(outcomes.map(({ id }) => id));
  const settled = entries.flatMap((entry, at) => {
    const outcome = outcomes[at];
    return entry && outcome && entry.uuid === outcome.uuid ? [{ entry, refusal: outcome.refused }] : [];
  });
  const applied = settled.filter(({ refusal }) => refusal === null).map(({ entry }) => ({ ...entry, state: 'applied' as const }));
  if (applied.length > 0) await tables.outbox.bulkPut(applied);

  const dropped: OutboxEntry[] = [];
  for (const { entry, refusal } of settled) {
    if (!refusal) continue;
    const { uuid, name, args, claimedAt, writes } = entry;
    await tables.notApplied.put({ uuid, chain: await chainOf(tables, entry), name, args, claimedAt, refusal, writes, at: now });
    dropped.push(entry);
  }
  const self = await me(tables);
  if (dropped.length > 0 && self) await rebase(tables, self.agentId, { rows: [], dropped, apply: async () => {} });
}

/** The refused act it was done on top of: it wrote a row of this one, and had not been refused yet when this was done. */
async function chainOf(tables: StoreTables, entry: OutboxEntry): Promise<Id> {
  const written = new Set(entry.writes);
  const below = await tables.notApplied.where('at').aboveOrEqual(entry.claimedAt).toArray();
  const cause = below.find((known: NotAppliedEntry) => known.claimedAt <= entry.claimedAt && known.writes.some((row) => written.has(row)));
  return cause?.chain ?? entry.uuid;
}

import { syncedTableNames } from '../../domain/core/tables';
import type { Id } from '../../domain/model/ids';
import { clientRow } from './client-row';
import { me } from './me';
import { newId } from './new-id';
import { offerLost } from './offer-lost';
import { replay } from './rebase';
import { renumber } from './renumber';
import { type StoreTables, simpleTables } from './store-tables';

/**
 * The hub was restored from a backup: what it said before may be undone, so its rows and our cursors go. What was done here
 * stays, pending again under a new clientId; of the last days' acts those it `lost` are offered to their author (K12, F19).
 */
export async function startEpoch(tables: StoreTables, epoch: string, lost: readonly Id[], now: number): Promise<void> {
  const client = await clientRow(tables);
  if (client.epoch === epoch) return;
  const derived = ['threads', 'pendingMessages', 'base', 'counters', 'spaces', 'missingThreads'] as const;
  for (const name of new Set([...simpleTables, ...syncedTableNames.filter((table) => table !== 'messages'), ...derived])) await tables[name].clear();
  await tables.meta.delete('unknown');
  await renumber(tables, { ...client, clientId: newId(), epoch });
  await offerLost(tables, lost, now);
  const self = await me(tables);
  if (!self) return;
  for (const entry of await tables.outbox.toArray()) await replay(tables, self.agentId, entry);
}

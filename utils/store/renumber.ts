import type { StoreTables } from './store-tables';
import type { MetaRows } from './stored-rows';

/**
 * Everything not confirmed, as new work of `client`: numbered from 1 in its old order, uuids kept. What the hub has already
 * it knows by its uuid and does not do twice (K11).
 */
export async function renumber(tables: StoreTables, client: MetaRows['client']): Promise<void> {
  const entries = await tables.outbox.toArray();
  await tables.outbox.clear();
  await tables.outbox.bulkAdd(entries.map((entry, at) => ({ ...entry, id: at + 1, state: 'pending' as const })));
  await tables.meta.put({ ...client, lastId: entries.length });
}

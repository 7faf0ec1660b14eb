import { metaRow } from './me';
import { newId } from './new-id';
import type { StoreTables } from './store-tables';
import type { MetaRows } from './stored-rows';

/** This device's identity towards the hub, made on first need; call it inside a read-write transaction. */
export async function clientRow(tables: Pick<StoreTables, 'meta'>): Promise<MetaRows['client']> {
  const found = await metaRow(tables, 'client');
  if (found) return found;
  const made: MetaRows['client'] = { key: 'client', clientId: newId(), epoch: null, lastId: 0 };
  await tables.meta.put(made);
  return made;
}

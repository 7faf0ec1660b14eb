import type { SpaceId } from '../../domain/model/ids';
import type { UnknownRow } from '../../sync/ports';
import { type RowChange, wireRevision } from '../../sync/protocol';
import { metaRow } from './me';
import { rowKey } from './row-key';
import type { StoreTables } from './store-tables';

/**
 * Keeps the names of rows this version cannot read, so that it is said and a newer one asks again (0050). None of their words stay here. One that came
 * since in a form we know, or went with its space, is no longer named. `spaces`: those there are; without, all that are named.
 */
export async function noteUnknown(
  tables: Pick<StoreTables, 'meta'>,
  { spaces, read, unknown }: { spaces?: readonly SpaceId[]; read: readonly RowChange[]; unknown: readonly UnknownRow[] },
): Promise<void> {
  const known = await metaRow(tables, 'unknown');
  if (!known && unknown.length === 0) return;
  const come = new Set<string>([...read.map(({ table, id }) => rowKey(table, id)), ...unknown.map(({ row }) => row)]);
  const still = (known?.rows ?? []).filter(({ space, row }) => (!spaces || spaces.includes(space)) && !come.has(row));
  const rows = [...still, ...unknown];
  if (rows.length === 0) await tables.meta.delete('unknown');
  else await tables.meta.put({ key: 'unknown', revision: known?.revision ?? wireRevision, rows });
}

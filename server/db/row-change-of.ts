import { type SyncedTable, syncedTableNames } from '../../domain/core/tables';
import type { RowChange } from '../../sync/protocol';
import { snakeCase } from './snake-case';

/** A row as the pull statements read it. Numbers come as text from one of the drivers. */
export interface StoredRow {
  name: string;
  id: string;
  version: string | number;
  deleted: boolean;
  moved_to: string | null;
  within: string | null;
  doc: Record<string, unknown> | null;
}

const tableOf = new Map<string, SyncedTable>(syncedTableNames.map((table) => [snakeCase(table), table]));

/** A stored row as it goes over the wire. It was checked against its schema when it was written. */
export function rowChangeOf(row: StoredRow): RowChange {
  const table = tableOf.get(row.name);
  if (!table) throw new Error(`${row.name} is not a synced table`);
  return {
    table,
    id: row.id,
    version: Number(row.version),
    row: row.deleted ? null : row.doc,
    within: table === 'messages' ? row.within : null,
    ...(row.deleted && Array.isArray(row.doc?.movedFrom) && { movedFrom: row.doc.movedFrom }),
    movedTo: row.moved_to,
  } as RowChange;
}

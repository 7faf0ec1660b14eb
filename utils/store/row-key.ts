import type { TableName } from '../../domain/core/tables';
import type { Id } from '../../domain/model/ids';
import type { RowKey } from './stored-rows';

export const rowKey = (table: TableName, id: Id): RowKey => `${table}/${id}`;

/** Back to table and id; a row's conversation is not part of its name. */
export function partsOf(key: RowKey): { table: TableName; id: Id } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash) as TableName, id: key.slice(slash + 1) };
}

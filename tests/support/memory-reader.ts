import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import { type RowOf, type TableName, tableNames } from '../../domain/core/tables';
import type { RowReader, Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';

type AnyRow = RowOf<TableName>;

/** A store in memory: what a rule reads and one commit. Rows are copied in and out, so no test can change one by reference. */
export class MemoryReader implements RowReader {
  private readonly tables = new Map<TableName, Map<Id, AnyRow>>(tableNames.map((table) => [table, new Map()]));

  async find<T extends TableName>(table: T, id: Id, within?: Id): Promise<RowOf<T> | undefined> {
    // Clients keep messages packed by thread: a rule that forgets the thread would work here and fail there.
    if (table === 'messages' && within === undefined) throw new Error(`messages/${id} was looked up without its conversation`);
    return this.row(table, id);
  }

  async query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
    const { table, matches, order, limit, skip } = queries[name] as unknown as {
      table: TableName;
      matches(row: QueryRow<Q>, args: QueryArgs<Q>): boolean;
      order?(a: QueryRow<Q>, b: QueryRow<Q>): number;
      limit?(args: QueryArgs<Q>): number;
      skip?(args: QueryArgs<Q>): number;
    };
    const rows = (this.all(table) as QueryRow<Q>[]).filter((row) => matches(row, args)).sort(order ?? ((a, b) => (a.id < b.id ? -1 : 1)));
    const from = skip?.(args) ?? 0;
    return limit ? rows.slice(from, from + limit(args)) : rows;
  }

  commit(writes: readonly Write[]) {
    for (const { table, id, after } of writes) {
      if (after) this.rowsOf(table).set(id, structuredClone(after));
      else this.rowsOf(table).delete(id);
    }
  }

  put<T extends TableName>(table: T, ...rows: RowOf<T>[]) {
    for (const row of rows) this.rowsOf(table).set(row.id, structuredClone(row));
  }

  row<T extends TableName>(table: T, id: Id): RowOf<T> | undefined {
    return structuredClone(this.rowsOf(table).get(id)) as RowOf<T> | undefined;
  }

  /** Every row of a table, by id. */
  all<T extends TableName>(table: T): RowOf<T>[] {
    return structuredClone([...this.rowsOf(table).values()].sort((a, b) => (a.id < b.id ? -1 : 1))) as RowOf<T>[];
  }

  copy(): MemoryReader {
    const copy = new MemoryReader();
    for (const table of tableNames) copy.put(table, ...this.all(table));
    return copy;
  }

  private rowsOf(table: TableName): Map<Id, AnyRow> {
    const rows = this.tables.get(table);
    if (!rows) throw new Error(`no table ${table}`);
    return rows;
  }
}

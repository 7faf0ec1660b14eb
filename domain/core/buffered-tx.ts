import type { Id } from '../model/ids';
import { type QueryArgs, type QueryName, type QueryRow, queries } from './queries';
import { sameJson } from './same-json';
import { type RowOf, type TableName, tableNames, tables } from './tables';
import type { RowReader, Tx, TxTable, Write } from './tx';

type AnyRow = RowOf<TableName>;
interface Entry {
  table: TableName;
  id: Id;
  within: Id | undefined;
  before: AnyRow | undefined;
  after: AnyRow | null;
}

/**
 * A rule's view of a store: reads go through, writes stay here until the host commits them, and reads see them. Rows are
 * checked against their schema when written, so nothing malformed ever reaches a store.
 */
export class BufferedTx {
  private readonly entries = new Map<string, Entry>();
  /** Rows as this transaction found them first: what it decided, it decided by these, whatever another writer has made of them since (S10). */
  private readonly found = new Map<string, AnyRow | undefined>();
  readonly tx: Tx;

  constructor(private readonly reader: RowReader) {
    const perTable = Object.fromEntries(tableNames.map((table) => [table, this.tableOf(table)]));
    this.tx = { ...perTable, query: (name, args) => this.query(name, args), take: (writes) => this.take(writes) } as Tx;
  }

  /** What another act, run over `inside`, decided: it becomes part of this transaction. Its rows were checked when it wrote them. */
  take(writes: readonly Write[]): void {
    for (const { table, id, within, after } of writes) this.set(table, id, within, after);
  }

  /** Puts a row no store can have yet: it is not looked for. */
  add<T extends TableName>(table: T, row: RowOf<T>): void {
    this.found.set(`${table}/${row.id}`, undefined);
    (this.tx[table] as TxTable<T>).put(row);
  }

  /** For an act that is to see what this transaction has changed so far. */
  get inside(): RowReader {
    return {
      find: (table, id, within) => this.tx[table].find(id, within) as never,
      query: (name, args) => this.query(name, args),
    };
  }

  /** Every row this transaction changed, in the order of first change; rows put back exactly as found are left out. */
  async writes(): Promise<Write[]> {
    const changed: Write[] = [];
    for (const entry of this.entries.values()) {
      entry.before = await this.findFirst(entry.table, entry.id, entry.within);
      if (!sameJson(entry.before ?? null, entry.after)) changed.push(entry as Write);
    }
    return changed;
  }

  private tableOf<T extends TableName>(table: T): TxTable<T> {
    const find = async (id: Id, within?: Id) => {
      const entry = this.entries.get(`${table}/${id}`);
      return entry ? ((entry.after ?? undefined) as RowOf<T> | undefined) : this.findFirst(table, id, within);
    };
    return {
      find,
      get: async (id, within) => {
        const row = await find(id, within);
        if (!row) throw new Error(`${table}/${id} is missing`);
        return row;
      },
      put: (row) => {
        const after = tables[table].parse(row) as RowOf<T>;
        this.set(table, after.id, 'conversationId' in after ? (after.conversationId as Id) : undefined, after);
      },
      delete: (id, within) => this.set(table, id, within, null),
    };
  }

  private async findFirst<T extends TableName>(table: T, id: Id, within: Id | undefined): Promise<RowOf<T> | undefined> {
    const key = `${table}/${id}`;
    if (!this.found.has(key)) this.found.set(key, await this.reader.find(table, id, within));
    return this.found.get(key) as RowOf<T> | undefined;
  }

  private set(table: TableName, id: Id, within: Id | undefined, after: AnyRow | null) {
    this.entries.set(`${table}/${id}`, { table, id, within, before: undefined, after });
  }

  private async query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
    const { table, matches, order, limit, skip } = queries[name] as unknown as {
      table: TableName;
      matches(row: QueryRow<Q>, args: QueryArgs<Q>): boolean;
      order?(a: QueryRow<Q>, b: QueryRow<Q>): number;
      limit?(args: QueryArgs<Q>): number;
      skip?(args: QueryArgs<Q>): number;
    };
    const buffered = [...this.entries.values()].filter((entry) => entry.table === table);
    const hidden = new Set(buffered.map((entry) => entry.id));
    // The store cut its answer at the limit before our own writes hid rows of it: ask for as many more as we may hide.
    // What it left out at the head cannot be told apart from what we hide either: then it leaves out nothing.
    const from = hidden.size > 0 ? (skip?.(args) ?? 0) : 0;
    const more = { ...(from > 0 && { skip: 0 }), limit: (limit?.(args) ?? 0) + hidden.size + from };
    const asked = limit ? ({ ...args, ...more } as QueryArgs<Q>) : args;
    const rows = await this.reader.query(name, asked);
    for (const row of rows) if (!this.found.has(`${table}/${row.id}`)) this.found.set(`${table}/${row.id}`, row);
    const stored = rows.filter((row) => !hidden.has(row.id));
    const own = buffered.map((entry) => entry.after as QueryRow<Q> | null).filter((row): row is QueryRow<Q> => row !== null && matches(row, args));
    const all = [...stored, ...own].sort(order ?? ((a, b) => (a.id < b.id ? -1 : 1)));
    return limit ? all.slice(from, from + limit(args)) : all;
  }
}

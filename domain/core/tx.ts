import type { Id } from '../model/ids';
import type { QueryArgs, QueryName, QueryRow } from './queries';
import type { RowOf, TableName } from './tables';

/**
 * What a store must offer a rule: read one row, answer a named query. Writes are buffered by `BufferedTx` and handed over at
 * the end, so a store implements reading and one commit, nothing else. On the hub the reader is scoped: a row outside the
 * actor's spaces does not exist (K10).
 */
export interface RowReader {
  /** `within` is the conversation of a message: clients keep messages packed by thread and need it to find one. */
  find<T extends TableName>(table: T, id: Id, within?: Id): Promise<RowOf<T> | undefined>;
  query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]>;
}

/** One table as a rule sees it. */
export interface TxTable<T extends TableName> {
  find(id: Id, within?: Id): Promise<RowOf<T> | undefined>;
  /** Throws when the row is missing: for rows that `may` has already found. */
  get(id: Id, within?: Id): Promise<RowOf<T>>;
  put(row: RowOf<T>): void;
  delete(id: Id, within?: Id): void;
}

export type Tx = { [T in TableName]: TxTable<T> } & {
  query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]>;
  /** What another rule, run over these tables, decided: it becomes part of this. Its rows were checked when it wrote them. */
  take(writes: readonly Write[]): void;
};

/** One row as an act leaves it. `before` is the row the act found, `after` is `null` for a deletion. */
export type Write = {
  [T in TableName]: { table: T; id: Id; within: Id | undefined; before: RowOf<T> | undefined; after: RowOf<T> | null };
}[TableName];

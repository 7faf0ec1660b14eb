import type { Id } from '../model/ids';
import type { QueryArgs, QueryName, QueryRow } from './queries';
import type { RowOf, TableName } from './tables';
import type { RowReader } from './tx';

/**
 * Asks a store each question once. For several acts of one transaction, which decide by the same rows; what somebody else writes meanwhile is
 * found at the commit, and then all of it runs again.
 */
export class RememberingReader implements RowReader {
  private readonly answers = new Map<string, Promise<unknown>>();

  /** `fresh`: ids made this moment, which no row has. */
  constructor(
    private readonly reader: RowReader,
    private readonly fresh: ReadonlySet<Id> = new Set(),
  ) {}

  find<T extends TableName>(table: T, id: Id, within?: Id): Promise<RowOf<T> | undefined> {
    if (this.fresh.has(id)) return Promise.resolve(undefined);
    return this.once(`${table}/${id}`, () => this.reader.find(table, id, within));
  }

  query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
    return this.once(`${name} ${JSON.stringify(args)}`, () => this.reader.query(name, args));
  }

  private once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(question) as Promise<T> | undefined;
    const answer = known ?? ask();
    if (!known) this.answers.set(question, answer);
    return answer;
  }
}

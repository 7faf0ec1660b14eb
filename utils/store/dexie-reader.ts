import { type QueryArgs, type QueryName, type QueryRow, queries } from '../../domain/core/queries';
import type { RowOf, TableName } from '../../domain/core/tables';
import type { RowReader } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import type { Message } from '../../domain/model/message';
import { runQuery } from './dexie-queries';
import { plainConversation, plainRow } from './plain-row';
import { rowKey } from './row-key';
import type { SimpleTable, StoreTables } from './store-tables';
import type { RowKey, Stored } from './stored-rows';
import { readChunks } from './thread-chunks';

/** What a rule reads of a client's store, pending acts included. `reads` collects every row it looked at. */
export class DexieReader implements RowReader {
  readonly reads = new Set<RowKey>();

  constructor(private readonly tables: StoreTables) {}

  async find<T extends TableName>(table: T, id: Id, within?: Id): Promise<RowOf<T> | undefined> {
    this.reads.add(rowKey(table, id));
    return (await this.row(table, id, within)) as RowOf<T> | undefined;
  }

  async query<Q extends QueryName>(name: Q, args: QueryArgs<Q>): Promise<QueryRow<Q>[]> {
    const rows = await runQuery(this.tables, name, args);
    for (const row of rows) this.reads.add(rowKey(queries[name].table, row.id));
    return rows;
  }

  private async row(table: TableName, id: Id, within: Id | undefined): Promise<RowOf<TableName> | undefined> {
    if (table === 'messages') return this.message(id, within);
    if (table === 'conversations') {
      const stored = await this.tables.conversations.get(id);
      return stored && plainConversation(stored);
    }
    const stored = (await this.tables[table].get(id)) as Stored<RowOf<SimpleTable>> | undefined;
    return stored && plainRow<RowOf<SimpleTable>>(stored);
  }

  private async message(id: Id, within: Id | undefined): Promise<Message | undefined> {
    if (within === undefined) throw new Error(`messages/${id} was looked up without its conversation`);
    const [pending, chunks] = await Promise.all([this.tables.pendingMessages.get(id), readChunks(this.tables, within)]);
    if (pending) return pending.message ?? undefined;
    const stored = chunks.flatMap((chunk) => chunk.messages).find((message) => message.id === id);
    return stored && plainRow<Message>(stored);
  }
}

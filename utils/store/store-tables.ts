import { Dexie, type Table, type Transaction } from 'dexie';
import { type RowOf, type TableName, tableNames } from '../../domain/core/tables';
import type { Id, SpaceId } from '../../domain/model/ids';
import { isDiskFull } from '../../sync/is-disk-full';
import type {
  BaseRow,
  ConfirmedEntry,
  Counters,
  FileRow,
  ImportedMail,
  ImportRow,
  KeptCopy,
  MetaRows,
  MissingThread,
  NotAppliedEntry,
  OutboxEntry,
  PendingMessage,
  SpaceRow,
  Stored,
  StoredConversation,
  ThreadChunk,
} from './stored-rows';

/** Tables of one plain row each; conversations and messages have a shape of their own. */
export type SimpleTable = Exclude<TableName, 'conversations' | 'messages'>;
export const simpleTables = tableNames.filter((name): name is SimpleTable => name !== 'conversations' && name !== 'messages');

/** The tables of a connection's database, of the database itself or bound to one transaction. */
export type StoreTables = { [T in SimpleTable]: Table<Stored<RowOf<T>>, Id> } & {
  conversations: Table<StoredConversation, Id>;
  threads: Table<ThreadChunk, [Id, number]>;
  pendingMessages: Table<PendingMessage, Id>;
  base: Table<BaseRow, [TableName, Id]>;
  outbox: Table<OutboxEntry, number>;
  notApplied: Table<NotAppliedEntry, Id>;
  confirmed: Table<ConfirmedEntry, Id>;
  counters: Table<Counters, Id>;
  spaces: Table<SpaceRow, SpaceId>;
  missingThreads: Table<MissingThread, Id>;
  files: Table<FileRow, string>;
  imports: Table<ImportRow, Id>;
  imported: Table<ImportedMail, Id>;
  kept: Table<KeptCopy, string>;
  meta: Table<MetaRows[keyof MetaRows], keyof MetaRows>;
};

/** Everything a rule or a page of the hub may touch. */
const names: (keyof StoreTables)[] = [
  ...simpleTables,
  'conversations',
  'threads',
  'pendingMessages',
  'base',
  'outbox',
  'notApplied',
  'confirmed',
  'counters',
  'spaces',
  'missingThreads',
  'files',
  'imports',
  'imported',
  'kept',
  'meta',
];

/**
 * One read-write transaction over the whole store. Its tables are bound to it: a rule awaits as it likes, and what it reads
 * still belongs to this transaction.
 */
export async function transact<T>(db: StoreTables & TransactionHost, run: (tables: StoreTables) => Promise<T>): Promise<T> {
  let native: IDBTransaction | undefined;
  try {
    return await db.transaction('rw', names, (transaction) => {
      native = transaction.idbtrans;
      return run(boundTo(transaction));
    });
  } catch (error) {
    throw diskFullIn(error, native) ?? error;
  }
}

/** A full disk hides: behind the list of rows that could not be written, or behind the reason the transaction was aborted for. */
function diskFullIn(error: unknown, native: IDBTransaction | undefined): Error | null | undefined {
  if (native && isDiskFull(native.error)) return native.error;
  return error instanceof Dexie.BulkError ? error.failures.find(isDiskFull) : undefined;
}

export interface TransactionHost {
  transaction<T>(mode: 'rw', tables: readonly string[], run: (transaction: Transaction) => Promise<T>): PromiseLike<T> & Promise<T>;
}

/** Each table is bound when it is asked for: a transaction may touch all of them, and most touch a few. */
class BoundTables {
  constructor(readonly transaction: Transaction) {}
}
for (const name of names)
  Object.defineProperty(BoundTables.prototype, name, {
    get(this: BoundTables) {
      return this.transaction.table(name);
    },
  });
const boundTo = (transaction: Transaction) => new BoundTables(transaction) as unknown as StoreTables;

import type { SyncedTable } from '../../domain/core/tables';
import type { Id, SpaceId } from '../../domain/model/ids';
import type { RowChange } from '../../sync/protocol';
import { filesOfMessages, forgetHidden } from './forget-hidden';
import { type ConversationChange, putConversations } from './put-conversation';
import type { StoreTables } from './store-tables';
import type { Stored } from './stored-rows';
import { type MessageChange, packMessages, readChunksOf } from './thread-chunks';

type Known = { id: Id; space: SpaceId; version: number };
type SimpleSynced = Exclude<SyncedTable, 'conversations' | 'messages'>;

/**
 * Writes what the hub says of one space. Where a row already stands newer here, the word is old and dropped (I4, F20); a tombstone
 * takes a row only out of its own space, it may have moved on (K5). Rows under pending acts are restored first, by `rebase`.
 * `whole`: threads come with all their messages, so those of conversations that were not here need not be looked for.
 */
export async function applyRows(tables: StoreTables, me: Id | null, space: SpaceId, changes: readonly RowChange[], whole = false): Promise<void> {
  const of = (table: SyncedTable) => changes.filter((change) => change.table === table);
  const fresh = await applyConversations(tables, me, space, of('conversations'));
  await applyMessages(tables, space, of('messages'), whole ? await withoutChunks(tables, fresh, space) : new Set());
  for (const table of new Set(changes.map((change) => change.table))) {
    if (table !== 'conversations' && table !== 'messages') await applySimple(tables, table, space, of(table));
  }
}

/** A delta may have brought messages of a conversation before its row: only then a new one has chunks already. */
async function withoutChunks(tables: StoreTables, fresh: Set<Id>, space: SpaceId): Promise<Set<Id>> {
  for (const id of await tables.missingThreads.where('space').equals(space).primaryKeys()) fresh.delete(id);
  return fresh;
}

/** Whether the hub's word is newer than what stands here. Versions of two spaces cannot be compared: a row that moved in is news. */
function isNews(known: Known | undefined, space: SpaceId, { row, version }: RowChange): boolean {
  if (!known) return row !== null;
  return known.space === space ? version > known.version : row !== null;
}

/** Answers the conversations that were not here before. */
async function applyConversations(tables: StoreTables, me: Id | null, space: SpaceId, changes: readonly RowChange[]): Promise<Set<Id>> {
  if (changes.length === 0) return new Set();
  const byId = new Map<Id, RowChange[]>();
  for (const change of changes) byId.set(change.id, [...(byId.get(change.id) ?? []), change]);
  const ids = [...byId.keys()];
  const olds = await tables.conversations.bulkGet(ids);
  const next = new Map<Id, ConversationChange>();
  for (const [at, id] of ids.entries()) {
    const old = olds[at];
    let known: Known | undefined = old;
    for (const change of byId.get(id) ?? []) {
      if (change.table !== 'conversations' || !isNews(known, space, change)) continue;
      next.set(id, { id, old, next: change.row, version: change.version });
      known = change.row ? { ...change.row, version: change.version } : undefined;
    }
  }
  await putConversations(tables, me, [...next.values()]);
  const gone = [...next.values()].filter((change) => change.next === null).map((change) => change.id);
  if (gone.length > 0) {
    await forgetThreads(tables, gone);
    // The hub has not lost what was done to them (K12): they are gone for good, or out of reach.
    await tables.confirmed.filter(({ args }) => isAbout(args, gone)).delete();
  }
  return new Set(ids.filter((_, at) => olds[at] === undefined));
}

/** Messages, HTML, fetched files and marks of conversations that are no longer here. */
export async function forgetThreads(tables: StoreTables, conversationIds: readonly Id[]): Promise<void> {
  const copies: string[] = [];
  for (const id of conversationIds) {
    const chunks = tables.threads.where('[conversationId+n]').between([id, 0], [id, Number.POSITIVE_INFINITY]);
    await chunks.each(({ messages }) => {
      for (const { rawHash, attachments } of messages)
        copies.push(...[rawHash, ...attachments.map(({ hash }) => hash)].filter((hash) => hash !== null));
    });
    await chunks.delete();
  }
  // Another thread that names one of them fetches it again.
  await tables.files
    .where('hash')
    .anyOf(copies)
    .and(({ state }) => state === 'cached')
    .delete();
  await tables.bodies.where('conversationId').anyOf(conversationIds).delete();
  await tables.missingThreads.bulkDelete([...conversationIds]);
}

async function applyMessages(tables: StoreTables, space: SpaceId, changes: readonly RowChange[], empty: ReadonlySet<Id>): Promise<void> {
  if (changes.length === 0) return;
  const byThread = new Map<Id, MessageChange[]>();
  for (const change of changes) {
    if (change.table !== 'messages') continue;
    const conversationId = change.row?.conversationId ?? change.within;
    if (conversationId === null) throw new Error(`the tombstone of messages/${change.id} names no conversation`);
    const word = { id: change.id, space, version: change.version, message: change.row };
    byThread.set(conversationId, [...(byThread.get(conversationId) ?? []), word]);
    // Merged or split into this thread: it lies here where it lay before (THR-17).
    for (const from of change.row?.movedFrom ?? change.movedFrom ?? [])
      byThread.set(from, [...(byThread.get(from) ?? []), { ...word, message: null, elsewhere: change.row !== null }]);
  }
  const chunksOf = await readChunksOf(
    tables,
    [...byThread.keys()].filter((id) => !empty.has(id)),
  );
  const hidden = changes.flatMap((change) => (change.table === 'messages' && change.row?.hidden ? [change.row] : []));
  const files = await filesOfMessages(tables, hidden);
  const touched = [...byThread].flatMap(([conversationId, words]) => packMessages(conversationId, chunksOf.get(conversationId) ?? [], words));
  if (touched.length > 0) await tables.threads.bulkPut(touched);
  const gone = changes.filter((change) => change.row === null).map((change) => change.id);
  if (gone.length > 0) await tables.bodies.bulkDelete(gone);
  await forgetHidden(
    tables,
    hidden.map(({ id }) => id),
    files,
  );
}

async function applySimple(tables: StoreTables, name: SimpleSynced, space: SpaceId, changes: readonly RowChange[]): Promise<void> {
  const table = tables[name] as unknown as StoreTables['agents'];
  const ids = [...new Set(changes.map((change) => change.id))];
  const known = new Map<Id, Known | undefined>((await table.bulkGet(ids)).map((row, at) => [ids[at] ?? '', row]));
  const puts = new Map<Id, Stored<{ id: Id }>>();
  const gone = new Set<Id>();
  for (const change of changes) {
    if (!isNews(known.get(change.id), space, change)) continue;
    const row = change.row && { ...change.row, version: change.version };
    known.set(change.id, row ?? undefined);
    if (row) puts.set(change.id, row);
    else puts.delete(change.id);
    if (row) gone.delete(change.id);
    else gone.add(change.id);
  }
  if (puts.size > 0) await table.bulkPut([...puts.values()] as never);
  if (gone.size > 0) await table.bulkDelete([...gone]);
}

const isAbout = (args: unknown, conversationIds: readonly Id[]): boolean =>
  typeof args === 'object' && args !== null && 'conversationId' in args && conversationIds.includes(args.conversationId as Id);

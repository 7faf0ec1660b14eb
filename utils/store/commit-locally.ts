import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { forgetThreads } from './apply-rows';
import { putConversations } from './put-conversation';
import { type StoreTables, simpleTables } from './store-tables';
import { type MessageChange, packMessages, readChunksOf } from './thread-chunks';

/**
 * Writes what an act decided in a workspace that has no hub: straight into the rows and the thread's chunks, at the version of this act. There
 * is no other truth to come, so nothing lies in `base` or over the chunks (K3).
 */
export async function commitLocally(tables: StoreTables, me: Id | null, writes: readonly Write[], version: number): Promise<void> {
  await commitMessages(tables, writes, version);
  await commitConversations(tables, me, writes, version);
  for (const name of simpleTables) {
    const own = writes.filter(({ table }) => table === name);
    const puts = own.flatMap(({ after }) => (after ? [{ ...after, version }] : []));
    const gone = own.flatMap(({ id, after }) => (after ? [] : [id]));
    const table = tables[name] as StoreTables['agents'];
    if (puts.length > 0) await table.bulkPut(puts as never[]);
    if (gone.length > 0) await table.bulkDelete(gone);
  }
}

async function commitConversations(tables: StoreTables, me: Id | null, writes: readonly Write[], version: number): Promise<void> {
  const own = writes.flatMap((write) => (write.table === 'conversations' ? [write] : []));
  if (own.length === 0) return;
  const known = await tables.conversations.bulkGet(own.map(({ id }) => id));
  await putConversations(
    tables,
    me,
    own.map(({ id, after }, at) => ({ id, old: known[at], next: after, version })),
  );
  const gone = own.flatMap(({ id, after }) => (after ? [] : [id]));
  if (gone.length > 0) await forgetThreads(tables, gone);
}

async function commitMessages(tables: StoreTables, writes: readonly Write[], version: number): Promise<void> {
  const byThread = new Map<Id, MessageChange[]>();
  for (const write of writes) {
    if (write.table !== 'messages') continue;
    const { id, before, after } = write;
    const conversationId = write.within ?? after?.conversationId;
    if (conversationId === undefined) throw new Error(`messages/${id} was written without its conversation`);
    const change = { id, space: (after ?? before)?.space ?? '', version, message: after };
    byThread.set(conversationId, [...(byThread.get(conversationId) ?? []), change]);
    const from = before?.conversationId;
    if (from !== undefined && from !== conversationId) byThread.set(from, [...(byThread.get(from) ?? []), { ...change, message: null }]);
  }
  if (byThread.size === 0) return;
  const chunksOf = await readChunksOf(tables, [...byThread.keys()]);
  const touched = [...byThread].flatMap(([conversationId, changes]) => packMessages(conversationId, chunksOf.get(conversationId) ?? [], changes));
  if (touched.length > 0) await tables.threads.bulkPut(touched);
}

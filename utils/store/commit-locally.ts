import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { forgetThreads } from './apply-rows';
import { putConversation } from './put-conversation';
import type { StoreTables } from './store-tables';
import { type MessageChange, packMessages, readChunksOf } from './thread-chunks';

/**
 * Writes what an act decided in a workspace that has no hub: straight into the rows and the thread's chunks, at the version of this act. There
 * is no other truth to come, so nothing lies in `base` or over the chunks (K3).
 */
export async function commitLocally(tables: StoreTables, me: Id | null, writes: readonly Write[], version: number): Promise<void> {
  await commitMessages(tables, writes, version);
  for (const write of writes) {
    if (write.table === 'messages') continue;
    if (write.table === 'conversations') {
      const old = await tables.conversations.get(write.id);
      await putConversation(tables, me, { id: write.id, old, next: write.after, version });
      if (!write.after) await forgetThreads(tables, [write.id]);
    } else if (write.after) await tables[write.table].put({ ...write.after, version } as never);
    else await tables[write.table].delete(write.id);
  }
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
  }
  if (byThread.size === 0) return;
  const chunksOf = await readChunksOf(tables, [...byThread.keys()]);
  const touched = [...byThread].flatMap(([conversationId, changes]) => packMessages(conversationId, chunksOf.get(conversationId) ?? [], changes));
  if (touched.length > 0) await tables.threads.bulkPut(touched);
}

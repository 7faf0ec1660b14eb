import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { plainConversation, plainRow } from './plain-row';
import { putConversation } from './put-conversation';
import type { StoreTables } from './store-tables';
import type { BaseRow, Stored } from './stored-rows';

/**
 * Writes what a pending act made: the first to touch a row leaves the hub's version of it in `base`. Messages never enter the
 * chunks, they lie over them until the hub has confirmed them (K3).
 */
export async function commitWrites(tables: StoreTables, me: Id | null, writes: readonly Write[]): Promise<void> {
  for (const write of writes) await commitWrite(tables, me, write);
}

async function commitWrite(tables: StoreTables, me: Id | null, write: Write): Promise<void> {
  if (write.table === 'messages') {
    const conversationId = write.within ?? write.after?.conversationId;
    if (conversationId === undefined) throw new Error(`messages/${write.id} was written without its conversation`);
    await tables.pendingMessages.put({ id: write.id, conversationId, message: write.after });
    return;
  }
  if (write.table === 'conversations') {
    const old = await tables.conversations.get(write.id);
    await keepBase(tables, { table: 'conversations', id: write.id, row: old ? plainConversation(old) : null, version: old?.version ?? 0 });
    await putConversation(tables, me, { id: write.id, old, next: write.after, version: old?.version ?? 0 });
    return;
  }
  const table = tables[write.table] as StoreTables['agents'];
  const old = (await table.get(write.id)) as Stored<{ id: Id }> | undefined;
  await keepBase(tables, { table: write.table, id: write.id, row: old ? plainRow(old) : null, version: old?.version ?? 0 } as BaseRow);
  if (write.after) await table.put({ ...write.after, version: old?.version ?? 0 } as never);
  else await table.delete(write.id);
}

async function keepBase(tables: StoreTables, base: BaseRow): Promise<void> {
  if (!(await tables.base.get([base.table, base.id]))) await tables.base.add(base);
}

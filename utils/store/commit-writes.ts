import type { Write } from '../../domain/core/tx';
import type { Id } from '../../domain/model/ids';
import { plainConversation, plainRow } from './plain-row';
import { putConversations } from './put-conversation';
import type { SimpleTable, StoreTables } from './store-tables';
import type { BaseRow, Stored } from './stored-rows';

/**
 * Writes what a pending act made, a table at a time, for an act may be on many rows: the first to touch a row leaves the hub's version of it in `base`. Messages never enter the
 * chunks, they lie over them until the hub has confirmed them (K3).
 */
export async function commitWrites(tables: StoreTables, me: Id | null, writes: readonly Write[]): Promise<void> {
  await commitMessages(tables, writes);
  await commitConversations(tables, me, writes);
  for (const name of new Set(writes.map(({ table }) => table))) {
    if (name !== 'messages' && name !== 'conversations')
      await commitSimple(
        tables,
        name,
        writes.filter(({ table }) => table === name),
      );
  }
}

async function commitMessages(tables: StoreTables, writes: readonly Write[]): Promise<void> {
  const own = writes.flatMap((write) => (write.table === 'messages' ? [write] : []));
  if (own.length === 0) return;
  await tables.pendingMessages.bulkPut(
    own.map(({ id, within, after }) => {
      const conversationId = within ?? after?.conversationId;
      if (conversationId === undefined) throw new Error(`messages/${id} was written without its conversation`);
      return { id, conversationId, message: after };
    }),
  );
}

async function commitConversations(tables: StoreTables, me: Id | null, writes: readonly Write[]): Promise<void> {
  const own = writes.flatMap((write) => (write.table === 'conversations' ? [write] : []));
  if (own.length === 0) return;
  const olds = await tables.conversations.bulkGet(own.map(({ id }) => id));
  await keepBase(
    tables,
    own.map(({ id }, at) => {
      const old = olds[at];
      return { table: 'conversations', id, row: old ? plainConversation(old) : null, version: old?.version ?? 0 };
    }),
  );
  await putConversations(
    tables,
    me,
    own.map(({ id, after }, at) => ({ id, old: olds[at], next: after, version: olds[at]?.version ?? 0 })),
  );
}

async function commitSimple(tables: StoreTables, name: SimpleTable, writes: readonly Write[]): Promise<void> {
  const table = tables[name] as StoreTables['agents'];
  const olds = (await table.bulkGet(writes.map(({ id }) => id))) as (Stored<{ id: Id }> | undefined)[];
  await keepBase(
    tables,
    writes.map(({ id }, at) => {
      const old = olds[at];
      return { table: name, id, row: old ? plainRow(old) : null, version: old?.version ?? 0 } as BaseRow;
    }),
  );
  const puts = writes.flatMap(({ after }, at) => (after ? [{ ...after, version: olds[at]?.version ?? 0 }] : []));
  const gone = writes.flatMap(({ id, after }) => (after ? [] : [id]));
  if (puts.length > 0) await table.bulkPut(puts as never[]);
  if (gone.length > 0) await table.bulkDelete(gone);
}

/** As the hub left them, where no pending act had touched them before. */
async function keepBase(tables: StoreTables, rows: BaseRow[]): Promise<void> {
  const known = await tables.base.bulkGet(rows.map(({ table, id }): [typeof table, Id] => [table, id]));
  const fresh = rows.filter((_, at) => known[at] === undefined);
  if (fresh.length > 0) await tables.base.bulkAdd(fresh);
}

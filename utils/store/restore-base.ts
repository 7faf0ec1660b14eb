import type { Id } from '../../domain/model/ids';
import { putConversation } from './put-conversation';
import { partsOf } from './row-key';
import type { StoreTables } from './store-tables';
import type { RowKey } from './stored-rows';

/** Takes pending acts back: these rows stand again as the hub left them (K3). */
export async function restoreBase(tables: StoreTables, me: Id | null, rows: Iterable<RowKey>): Promise<void> {
  const parts = [...new Set(rows)].map(partsOf);
  const messages = parts.filter(({ table }) => table === 'messages').map(({ id }) => id);
  if (messages.length > 0) await tables.pendingMessages.bulkDelete(messages);
  const keys = parts.flatMap(({ table, id }): [typeof table, Id][] => (table === 'messages' ? [] : [[table, id]]));
  for (const base of await tables.base.bulkGet(keys)) {
    if (!base) continue;
    if (base.table === 'conversations') {
      const old = await tables.conversations.get(base.id);
      await putConversation(tables, me, { id: base.id, old, next: base.row, version: base.version });
    } else {
      const table = tables[base.table] as unknown as StoreTables['agents'];
      if (base.row) await table.put({ ...base.row, version: base.version } as never);
      else await table.delete(base.id);
    }
  }
  await tables.base.bulkDelete(keys);
}

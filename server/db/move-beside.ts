import { sql } from 'drizzle-orm';
import type { Write } from '../../domain/core/tx';
import { hashesOfMessage } from '../files/hashes-of-message';
import type { Database } from './database';

/** Rows of one statement. */
const batch = 500;

/**
 * What the hub keeps beside the rows of conversations that move into another inbox goes along: layouts, the vault, notices that wait (K5). Who is in the first
 * inbox alone can no longer name their files in an act by knowing the hash; another mail there with the same file is named by sending the bytes again (K18).
 */
export async function moveBeside(db: Database, writes: readonly Write[]): Promise<void> {
  const moved = writes.flatMap(({ table, before, after }) =>
    table === 'conversations' && before && after && before.inboxId !== after.inboxId ? [after] : [],
  );
  if (moved.length === 0) return;
  for (const { id, inboxId, space } of moved) {
    const ids = writes.flatMap(({ table, within, id: message }) => (table === 'messages' && within === id ? [message] : []));
    for (const table of ['bodies', 'hidden_messages'])
      for (let at = 0; at < ids.length; at += batch)
        await db.execute(sql`update ${sql.identifier(table)} set space = ${space} where id in ${ids.slice(at, at + batch)}`);
    await db.execute(sql`update notice_mails set inbox_id = ${inboxId} where conversation_id = ${id}`);
  }
  for (const { table, before, after } of writes)
    if (table === 'messages' && before && after && before.space !== after.space)
      for (const hash of hashesOfMessage(before)) await db.execute(sql`delete from file_spaces where hash = ${hash} and space = ${before.space}`);
}

import { sql } from 'drizzle-orm';
import type { Write } from '../../domain/core/tx';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import { hashesOfMessage } from './hashes-of-message';

/** NOTIFY channel that says a message names a file no more: the sweep may find it unnamed. */
export const freedChannel = 'samtale_files';
/** Hashes of one statement. */
const batch = 500;

/** Notes of every file that a message ceases to name, because it goes, is hidden or has another: perhaps nothing does any more (VIEW-10). */
export async function freeFiles(db: Database, writes: readonly Write[]): Promise<void> {
  const freed = new Set<string>();
  for (const write of writes) {
    if (write.table !== 'messages' || !write.before) continue;
    const still = hashesOfMessage(write.after);
    for (const hash of hashesOfMessage(write.before)) if (!still.includes(hash)) freed.add(hash);
  }
  if (freed.size === 0) return;
  const hashes = [...freed].sort();
  for (let at = 0; at < hashes.length; at += batch)
    await rowsOf(
      db,
      sql`with freed as (select hash from files where hash in ${hashes.slice(at, at + batch)} order by hash for no key update)
          update files set named = false from freed where files.hash = freed.hash`,
    );
  await db.execute(sql`select pg_notify(${freedChannel}, '')`);
}

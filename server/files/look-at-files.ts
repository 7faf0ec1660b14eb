import { sql } from 'drizzle-orm';
import type { Database } from '../db/database';
import { filesOfRow } from '../db/files-of-row';
import { rowsOf } from '../db/rows-of';

/**
 * Locks those of these files that were last given to the hub at `before` or earlier, but for what somebody else holds, and tells which are named by messages
 * and which by nothing: no message, no hidden one, no draft, no mail that is still to be taken in. Asked in one statement: what moves from one of them to
 * another meanwhile is in either.
 */
export async function lookAtFiles(db: Database, hashes: readonly string[], before: number): Promise<{ unnamed: string[]; named: string[] }> {
  if (hashes.length === 0) return { unnamed: [], named: [] };
  const locked = await rowsOf<{ hash: string }>(
    db,
    sql`select hash from files where hash in ${[...hashes]} and at <= ${before} order by hash for update skip locked`,
  );
  if (locked.length === 0) return { unnamed: [], named: [] };
  // By the index of the messages' files: the planner guesses that one in a hundred names each, and would read them all for every file.
  await db.execute(sql`set local enable_seqscan = off`);
  const looked = await rowsOf<{ hash: string; named: boolean; held: boolean }>(
    db,
    sql`select hash,
          exists (select 1 from messages where not deleted and ${sql.raw(filesOfRow)} @> jsonb_build_array(hash)) as named,
          coalesce(hash in (select jsonb_path_query(doc, '$.content.attachments[*].hash') #>> '{}' from drafts where not deleted), false)
            or coalesce(hash in (select jsonb_path_query(doc, '$.words.attachments[*].hash') #>> '{}' from hidden_messages), false)
            or coalesce(hash in (select doc->'words'->>'rawHash' from hidden_messages), false)
            or hash in (select raw_hash from incoming_mails where state = 'waiting') as held
        from files where hash in ${locked.map(({ hash }) => hash)}`,
  );
  const those = (is: (look: { named: boolean; held: boolean }) => boolean) => looked.filter(is).map(({ hash }) => hash);
  return { unnamed: those(({ named, held }) => !named && !held), named: those(({ named }) => named) };
}

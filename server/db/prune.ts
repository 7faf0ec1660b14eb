import { sql } from 'drizzle-orm';
import { syncedTableNames } from '../../domain/core/tables';
import type { Write } from '../../domain/core/tx';
import type { SpaceId } from '../../domain/model/ids';
import type { UndoEntry } from '../../domain/model/undo-entry';
import type { Database } from './database';
import type { DrizzleHubStore } from './drizzle-hub-store';
import { rowsOf } from './rows-of';
import { snakeCase } from './snake-case';

const day = 86_400_000;
export const tombstonesKept = 90 * day;
/** Undo is offered for ten seconds; an act that was offline for a while may be undone within the day. */
export const undoKept = day;
const batch = 200;

/** Forgets tombstones older than 90 days, and tells each space below which version it is no longer complete (K13). */
export async function pruneTombstones(db: Database, now: number): Promise<void> {
  for (const table of syncedTableNames) {
    await db.transaction(async (transaction) => {
      const gone = await rowsOf<{ space: SpaceId; version: string }>(
        transaction,
        sql`with gone as (delete from ${sql.identifier(snakeCase(table))} where deleted and deleted_at < ${now - tombstonesKept} returning space, version)
            select space, max(version) as version from gone group by space order by space`,
      );
      for (const { space, version } of gone)
        await transaction.execute(sql`update spaces set pruned_below = greatest(pruned_below, ${version}::bigint) where id = ${space}`);
    });
  }
}

/** Undo entries nobody can use any more. They lie in agents' spaces, so they leave tombstones like any row. */
export async function pruneUndoEntries(store: DrizzleHubStore, now: number): Promise<void> {
  for (;;) {
    const more = await store.transaction('all', async ({ db, commit }) => {
      const old = await rowsOf<{ doc: UndoEntry }>(
        db,
        sql`select doc from undo_entries where not deleted and (doc->>'at')::bigint < ${now - undoKept} order by id limit ${batch}`,
      );
      await commit(old.map(({ doc }): Write => ({ table: 'undoEntries', id: doc.id, within: undefined, before: doc, after: null })));
      return old.length === batch;
    });
    if (!more) return;
  }
}

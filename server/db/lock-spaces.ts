import { sql } from 'drizzle-orm';
import type { SpaceId } from '../../domain/model/ids';
import type { Database } from './database';
import { rowsOf } from './rows-of';

/** Locks these spaces' version counters in id order (K4) and tells which were written by a transaction the snapshot does not see. */
export async function lockSpaces(db: Database, spaces: readonly SpaceId[], snapshot: string): Promise<SpaceId[]> {
  const sorted = [...new Set(spaces)].sort();
  if (sorted.length === 0) return [];
  const ids = sql.join(
    sorted.map((space) => sql`${space}`),
    sql`, `,
  );
  const lock = () =>
    rowsOf<{ id: SpaceId; unseen: boolean }>(
      db,
      sql`select id, not pg_visible_in_snapshot(written_by::xid8, ${snapshot}::pg_snapshot) as unseen from spaces where id in (${ids}) order by id for update`,
    );
  let locked = await lock();
  if (locked.length < sorted.length) {
    const values = sql.join(
      sorted.map((space) => sql`(${space})`),
      sql`, `,
    );
    await db.execute(sql`insert into spaces (id) values ${values} on conflict do nothing`);
    locked = await lock();
  }
  return locked.filter((space) => space.unseen).map((space) => space.id);
}

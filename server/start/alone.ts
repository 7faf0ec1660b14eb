import { sql } from 'drizzle-orm';
import type { HubDatabase } from '../db/database';

/** Any number of our own, the same for every hub. */
const lock = 7_261_122;

/** One hub after the other: several that start on one server at once would trip over each other. The embedded database has one hub by its folder's lock. */
export function alone<T>(database: HubDatabase, run: () => Promise<T>): Promise<T> {
  if (database.kind === 'pglite') return run();
  return database.db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${lock})`);
    return run();
  });
}

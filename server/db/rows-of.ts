import type { SQL } from 'drizzle-orm';
import type { Database } from './database';

/** Rows of a plain SQL statement: both drivers answer with `rows`, which the common type does not say. */
export async function rowsOf<Row>(db: Database, statement: SQL): Promise<Row[]> {
  const result = (await db.execute(statement)) as { rows: Row[] };
  return result.rows;
}

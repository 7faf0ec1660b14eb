import { sql } from 'drizzle-orm';
import type { Agent } from '../../domain/model/agent';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';

/** Whom the hub's own invitation is for: the first active super administrator. Nobody while the hub is empty. */
export async function findAdministrator(db: Database): Promise<Agent | undefined> {
  const [row] = await rowsOf<{ doc: Agent }>(
    db,
    sql`select doc from agents where not deleted and (doc->>'active')::boolean and (doc->>'superAdmin')::boolean order by id limit 1`,
  );
  return row?.doc;
}

import type { Write } from '../../domain/core/tx';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { freshPGlite } from './pglite-snapshot';
import { smallWorkspace } from './rows';

/** A hub's store with the small workspace in it, by this clock, over a database of its own that whoever opens it closes. */
export async function openSmallStore(now: () => number, more: Write[] = []): Promise<{ database: HubDatabase; store: DrizzleHubStore }> {
  const database = await freshPGlite();
  const store = new DrizzleHubStore(database.db, () => 'e', now);
  await store.transaction('all', ({ commit }) => commit([...smallWorkspace(), ...more]));
  return { database, store };
}

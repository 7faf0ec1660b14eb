import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Database, HubDatabase } from './database';

/** The embedded database, in a folder or (tests) in memory, perhaps begun from a snapshot of a data directory. */
export async function openPGlite(folder: string | undefined, snapshot?: Blob): Promise<HubDatabase> {
  const client = await PGlite.create({ ...(folder ? { dataDir: folder } : {}), ...(snapshot ? { loadDataDir: snapshot } : {}) });
  return ofPGlite(client);
}

export const ofPGlite = (client: PGlite): HubDatabase => ({
  db: drizzle(client) as unknown as Database,
  kind: 'pglite',
  query: async (text, values) => {
    if (values && values.length > 0) return client.query<Record<string, unknown>>(text, values);
    // Without parameters a text may hold several statements; the last one's rows are the answer.
    const results = await client.exec(text);
    return { rows: (results.at(-1)?.rows ?? []) as Record<string, unknown>[] };
  },
  listen: async (channel, callback) => {
    await client.listen(channel, callback);
  },
  close: () => client.close(),
});

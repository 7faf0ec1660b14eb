import { existsSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubDatabase } from '../db/database';
import { AddressesTwice, migrate, NewerDatabase } from '../db/migrate';
import { openPGlite } from '../db/open-pglite';
import { openPostgres } from '../db/open-postgres';
import { HubRefused } from './hub-refused';

export interface OpenedDatabase {
  database: HubDatabase;
  /** Which place it lies in, as far as the database cannot know: a copy of the folder is another place (K12). */
  place: string;
  /** Call when the first start is through: until then the embedded database is begun anew at each start. */
  keep(): Promise<void>;
}

/** Opens the database the settings name and brings its tables up to date. */
export async function openHubDatabase(
  { data, databaseUrl }: { data: string; databaseUrl: string | undefined },
  fault: (fault: unknown) => void,
): Promise<OpenedDatabase> {
  const opened = databaseUrl ? await openServer(databaseUrl, fault) : await openEmbedded(data);
  try {
    await migrate(opened.database.db);
  } catch (cause) {
    await opened.database.close();
    if (cause instanceof NewerDatabase) throw new HubRefused(`${cause.message}: update Samtale, then start again`, { cause });
    if (cause instanceof AddressesTwice) throw new HubRefused(`${cause.message}\nThen start again.`, { cause });
    throw cause;
  }
  return opened;
}

async function openServer(url: string, fault: (fault: unknown) => void): Promise<OpenedDatabase> {
  const database = openPostgres(url, fault);
  try {
    await database.query('select 1');
  } catch (cause) {
    await database.close();
    throw new HubRefused(`the database of DATABASE_URL does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return { database, place: '', keep: async () => undefined };
}

async function openEmbedded(data: string): Promise<OpenedDatabase> {
  const folder = join(data, 'database');
  const unfinished = join(data, 'first-start');
  // Killed during its very first start: nothing of anybody's is in it yet.
  if (existsSync(unfinished)) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await writeFile(unfinished, '');
  await rm(join(folder, 'postmaster.pid'), { force: true });
  const database = await openPGlite(folder);
  const { ino, birthtimeMs } = statSync(join(folder, 'PG_VERSION'));
  return { database, place: `${ino}.${birthtimeMs}`, keep: () => rm(unfinished, { force: true }) };
}

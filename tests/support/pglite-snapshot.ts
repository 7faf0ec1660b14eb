import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { HubDatabase } from '../../server/db/database';
import { migrate } from '../../server/db/migrate';
import { ofPGlite, openPGlite } from '../../server/db/open-pglite';

const migrations = new URL('../../server/db/migrations/', import.meta.url);
const cache = new URL('../../node_modules/.cache/samtale/', import.meta.url);

/**
 * A fresh migrated database in memory. Making one takes PGlite 3-9 s, beginning from a snapshot 1 s; the snapshot is kept in the
 * cache under a hash of the migrations.
 */
export async function freshPGlite(): Promise<HubDatabase> {
  return openPGlite(undefined, new Blob([await snapshot()]));
}

/** The same in a folder that is not there yet, for a hub that is to start on it as on an empty one: making it is half of a first start. */
export async function putFreshDatabase(folder: string): Promise<void> {
  const kept = fileURLToPath(new URL(`pglite-${fingerprint()}`, cache));
  if (!existsSync(kept)) {
    mkdirSync(cache, { recursive: true });
    const own = `${kept}-${process.pid}-${process.hrtime.bigint()}.tmp`;
    const database = await openPGlite(own);
    await migrate(database.db);
    await database.close();
    try {
      renameSync(own, kept);
    } catch (fault) {
      // Another test file was first.
      rmSync(own, { recursive: true });
      if (!existsSync(kept)) throw fault;
    }
  }
  await cp(kept, folder, { recursive: true });
}

async function snapshot(): Promise<Uint8Array<ArrayBuffer>> {
  const file = new URL(`pglite-${fingerprint()}.tar.gz`, cache);
  try {
    return new Uint8Array(readFileSync(file));
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')) throw fault;
  }
  const client = await PGlite.create();
  await migrate(ofPGlite(client).db);
  const bytes = new Uint8Array(await (await client.dumpDataDir('gzip')).arrayBuffer());
  await client.close();
  mkdirSync(cache, { recursive: true });
  // Several test files may make it at once: each writes its own and the last one stays.
  const own = new URL(`pglite-${process.pid}-${process.hrtime.bigint()}.tmp`, cache);
  writeFileSync(own, bytes);
  renameSync(own, file);
  return bytes;
}

function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(new URL('../../package-lock.json', import.meta.url)));
  for (const name of readdirSync(migrations).sort()) if (name.endsWith('.sql')) hash.update(readFileSync(new URL(name, migrations)));
  return hash.digest('hex').slice(0, 16);
}

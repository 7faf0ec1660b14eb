import type { StoreTables } from './store-tables';
import type { KeptCopy } from './stored-rows';

type CopyTables = Pick<StoreTables, 'kept' | 'bodies' | 'files'>;

/** A use is noted once an hour: a thread that is read is not written to at every look. */
const hour = 3_600_000;

/** It was shown: what was not for longest goes first when room is needed. What is no copy has no row and is not noted. */
export const noteUse = (db: Pick<StoreTables, 'kept'>, id: string, now = Date.now()): Promise<number> =>
  db.kept
    .where('id')
    .equals(id)
    .and(({ at }) => at < now - hour)
    .modify({ at: now });

/** The copies that are here; rows about what went with its thread are forgotten. */
export async function readCopies(db: CopyTables): Promise<KeptCopy[]> {
  const [copies, bodies, files] = await Promise.all([
    db.kept.toArray(),
    db.bodies.toCollection().primaryKeys(),
    db.files.toCollection().primaryKeys(),
  ]);
  const here = new Set<string>([...bodies, ...files]);
  const gone = copies.filter(({ id }) => !here.has(id));
  if (gone.length > 0) await db.kept.bulkDelete(gone.map(({ id }) => id));
  return copies.filter(({ id }) => here.has(id));
}

/** Takes copies away. A body an act of this device still stands over, and a file that is only here, is none. */
export async function dropCopies(tables: CopyTables & Pick<StoreTables, 'base' | 'pendingMessages'>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    if ((await tables.base.get(['bodies', id])) || (await tables.pendingMessages.get(id))) continue;
    const file = await tables.files.get(id);
    if (file && file.state !== 'cached') continue;
    await Promise.all([tables.bodies.delete(id), tables.files.delete(id), tables.kept.delete(id)]);
  }
}

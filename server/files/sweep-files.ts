import { sql } from 'drizzle-orm';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import type { FileBytes } from './file-folder';
import { lookAtFiles } from './look-at-files';

/**
 * ms for which bytes are kept though nothing names them: whoever gave them to the hub is about to. That takes seconds; whoever has paused for longer has lost
 * the lease of the mail or mailbox they are of, and begins again.
 */
export const keptUnnamed = 3_600_000;
/** Files of one transaction. */
const batch = 100;

export interface SweepHost {
  db: Database;
  bytes: Pick<FileBytes, 'remove'>;
  now(): number;
  report(fault: unknown): void;
  /** Looked at between two batches. */
  stopped?(): boolean;
}

/**
 * Deletes the bytes of files that nothing names any more (VIEW-10). Any number of hubs may do so at once, while others store the same bytes or name them: a
 * file is decided about under the lock of its record, which who names it or stores it takes too. First nobody may name it any more, and only then its bytes
 * go and the record after them: killed in between, the next sweep finds the record and goes on.
 */
export async function sweepFiles({ db, bytes, now, report, stopped = () => false }: SweepHost): Promise<void> {
  const before = now() - keptUnnamed;
  let last = '';
  while (!stopped()) {
    const found = await rowsOf<{ hash: string }>(
      db,
      sql`select hash from files where not named and at <= ${before} and hash > ${last} order by hash limit ${batch}`,
    );
    const hashes = found.map(({ hash }) => hash);
    const unnamed = await db.transaction((inside) => withdraw(inside, hashes, before));
    await db.transaction(async (inside) => {
      const gone: string[] = [];
      for (const hash of (await lookAtFiles(inside, unnamed, before)).unnamed) await bytes.remove(hash).then(() => gone.push(hash), report);
      if (gone.length > 0) await inside.execute(sql`delete from files where hash in ${gone}`);
    });
    last = hashes.at(-1) ?? '';
    if (hashes.length < batch) return;
  }
}

/** From then on no agent's act can name those that nothing names. What messages name is not looked at again until one of them goes. */
async function withdraw(db: Database, hashes: readonly string[], before: number): Promise<string[]> {
  const { unnamed, named } = await lookAtFiles(db, hashes, before);
  if (named.length > 0) await db.execute(sql`update files set named = true where hash in ${named}`);
  if (unnamed.length > 0) await db.execute(sql`delete from file_spaces where hash in ${unnamed}`);
  return unnamed;
}

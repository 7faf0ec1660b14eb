import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from './database';
import { rowsOf } from './rows-of';

/**
 * Remembers beside the database how far it has come. The database's `beat` only grows, with every mail sent and every minute; one
 * that has fallen behind what the witness saw was restored from a backup (K12).
 */
export class Witness {
  private advancing: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: Database,
    private readonly file: string,
  ) {}

  /** The highest beat this machine has seen; 0 where none was. */
  async seen(): Promise<number> {
    try {
      return Number((await readFile(this.file, 'utf8')).trim()) || 0;
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return 0;
      throw fault;
    }
  }

  /** One beat further, in the database first: a stop in between leaves the file behind, never ahead. */
  advance(): Promise<void> {
    const next = this.advancing.then(async () => {
      const [row] = await rowsOf<{ beat: string }>(this.db, sql`update hub set beat = beat + 1 where id = 1 returning beat`);
      if (row) await this.note(Number(row.beat));
    });
    this.advancing = next.catch(() => undefined);
    return next;
  }

  async note(beat: number): Promise<void> {
    if (beat <= (await this.seen())) return;
    await mkdir(dirname(this.file), { recursive: true });
    const temporary = `${this.file}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(`${beat}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.file);
  }
}

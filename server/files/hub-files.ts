import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { SpaceId } from '../../domain/model/ids';
import type { Database } from '../db/database';
import { fileSpaces, files } from '../db/schema';
import type { FileBytes } from './file-folder';

/**
 * The hub's files: bytes in their folder, and the record of them. The record comes first: bytes are never there unknown, and the sweep, which holds it while
 * it deletes, is done with older ones or leaves these alone. Who may name them is written when they are there.
 */
export class HubFiles {
  constructor(
    private readonly db: Database,
    private readonly bytes: FileBytes,
    private readonly now: () => number = Date.now,
  ) {}

  /** Bytes from an agent, who may name them in acts from then on. */
  async receive(hash: string, stream: AsyncIterable<Uint8Array>, { limit, space }: { limit: number; space: SpaceId }): Promise<void> {
    await this.record([hash]);
    await this.bytes.write(hash, stream, limit);
    await this.db.insert(fileSpaces).values({ hash, space }).onConflictDoNothing();
  }

  /** Bytes the hub has itself, of a mail that came in. */
  put(hash: string, bytes: Uint8Array): Promise<void> {
    return this.putAll([{ hash, bytes }]);
  }

  /** Same for many, recorded together. */
  async putAll(files: readonly { hash: string; bytes: Uint8Array }[]): Promise<void> {
    if (files.length === 0) return;
    for (const { hash, bytes } of files)
      if (createHash('sha256').update(bytes).digest('hex') !== hash) throw new Error('these bytes have another sha256');
    await this.record(files.map(({ hash }) => hash));
    await Promise.all(files.map(({ hash, bytes }) => this.bytes.write(hash, whole(bytes), bytes.length)));
  }

  find(hash: string) {
    return this.bytes.find(hash);
  }

  open(hash: string) {
    return this.bytes.open(hash);
  }

  private async record(hashes: readonly string[]) {
    const at = this.now();
    // In one order, as everybody who locks several: two at once must not wait for each other.
    const rows = [...new Set(hashes)].sort().map((hash) => ({ hash, at }));
    await this.db
      .insert(files)
      .values(rows)
      .onConflictDoUpdate({ target: files.hash, set: { at: sql`greatest(files.at, excluded.at)` } });
  }
}

async function* whole(bytes: Uint8Array) {
  yield bytes;
}

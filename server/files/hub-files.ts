import { createHash } from 'node:crypto';
import type { SpaceId } from '../../domain/model/ids';
import type { Database } from '../db/database';
import { fileSpaces, files } from '../db/schema';
import type { FileBytes } from './file-folder';

/** The hub's files: bytes in their folder, and the record that they are there. The record comes last, so it is never ahead of them. */
export class HubFiles {
  constructor(
    private readonly db: Database,
    private readonly bytes: FileBytes,
    private readonly now: () => number = Date.now,
  ) {}

  /** Bytes from an agent, who may name them in acts from then on. */
  async receive(hash: string, stream: AsyncIterable<Uint8Array>, { limit, space }: { limit: number; space: SpaceId }): Promise<void> {
    const { size } = await this.bytes.write(hash, stream, limit);
    await this.record([{ hash, size }]);
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
    await Promise.all(files.map(({ hash, bytes }) => this.bytes.write(hash, whole(bytes), bytes.length)));
    await this.record(files.map(({ hash, bytes }) => ({ hash, size: bytes.length })));
  }

  find(hash: string) {
    return this.bytes.find(hash);
  }

  open(hash: string) {
    return this.bytes.open(hash);
  }

  private async record(written: readonly { hash: string; size: number }[]) {
    const once = new Map(written.map(({ hash, size }) => [hash, { hash, size, at: this.now() }]));
    await this.db
      .insert(files)
      .values([...once.values()])
      .onConflictDoNothing();
  }
}

async function* whole(bytes: Uint8Array) {
  yield bytes;
}

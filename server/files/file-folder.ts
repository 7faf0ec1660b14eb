import { createHash, randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileRejected } from './file-rejected';

/** Where bytes lie, by the sha256 (hex) of what they are. A folder here; a bucket does as well. */
export interface FileBytes {
  /** Takes them in, and returns only when they would survive a power cut. Throws `FileRejected`, and then nothing is kept. */
  write(hash: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<{ size: number }>;
  find(hash: string): Promise<Uint8Array | undefined>;
  open(hash: string): Promise<{ size: number; stream: ReadStream } | undefined>;
  /** Deletes them, with what is left of tries to write them; returns only when a power cut would not bring them back. */
  remove(hash: string): Promise<void>;
}

const isMissing = (fault: unknown) => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

/** Files in a folder, a thousand to a subfolder or so: `ab/abcd…`. */
export class FileFolder implements FileBytes {
  constructor(private readonly folder: string) {}

  async write(hash: string, bytes: AsyncIterable<Uint8Array>, limit: number) {
    const path = this.pathOf(hash);
    await mkdir(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}.tmp`;
    try {
      const size = await writeThrough(temporary, bytes, { hash, limit });
      await rename(temporary, path);
      await syncFolder(dirname(path));
      return { size };
    } catch (fault) {
      await rm(temporary, { force: true });
      throw fault;
    }
  }

  async find(hash: string) {
    try {
      return new Uint8Array(await readFile(this.pathOf(hash)));
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  async open(hash: string) {
    try {
      // Opened before anything is answered: deleted meanwhile, it is read to its end all the same.
      const file = await open(this.pathOf(hash), 'r');
      const { size } = await file.stat();
      return { size, stream: file.createReadStream() };
    } catch (fault) {
      if (isMissing(fault)) return undefined;
      throw fault;
    }
  }

  async remove(hash: string) {
    const folder = dirname(this.pathOf(hash));
    try {
      const own = (await readdir(folder)).filter((name) => name === hash || name.startsWith(`${hash}.`));
      await Promise.all(own.map((name) => rm(join(folder, name), { force: true })));
      if (own.length > 0) await syncFolder(folder);
    } catch (fault) {
      if (!isMissing(fault)) throw fault;
    }
  }

  private pathOf(hash: string): string {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a sha256');
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

async function writeThrough(path: string, bytes: AsyncIterable<Uint8Array>, { hash, limit }: { hash: string; limit: number }): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    const sum = createHash('sha256');
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.length;
      if (size > limit) throw new FileRejected('too-large');
      sum.update(chunk);
      await file.write(chunk);
    }
    if (sum.digest('hex') !== hash) throw new FileRejected('other-bytes');
    await file.sync();
    return size;
  } finally {
    await file.close();
  }
}

/** The new name is durable only once its folder is; Windows has no such thing and refuses. */
async function syncFolder(folder: string) {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

import * as z from 'zod/mini';
import { sha256Of } from '../network/sha256-of';
import { BadZip, readDirectory, readEntry, type ZipEntry } from '../zip/zip-reader';
import { type ArchiveRow, type ArchiveTable, archiveFormat, archiveTables, isModelTable, Manifest, manifestPath } from './archive-format';
import { BadArchive } from './archive-problem';

/** Bytes one part of a table may have, and one file: more than either ever is. */
const most = { manifest: 64_000_000, part: 64_000_000, file: 512_000_000 };
/** Rows and mails pack to a fifth; what unpacks to so many times its size was made to fill a disk. */
const bomb = { from: 20_000_000, times: 200 };

/** A line of a table of the model has its version beside the row. */
export type ArchivedRow<T extends ArchiveTable> = ArchiveRow<T> & { version: number };

/** An archive that can be read: of a format this Samtale knows, and no bigger than there is room. What is in it is checked as it is read. */
export class OpenArchive {
  private constructor(
    private readonly file: Blob,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    readonly manifest: Manifest,
  ) {}

  /** `free`: bytes there is room for. */
  static async open(file: Blob, free: number): Promise<OpenArchive> {
    const entries = await directoryOf(file);
    const sum = [...entries.values()].reduce((total, { size }) => total + size, 0);
    if (sum > bomb.from && sum > bomb.times * file.size) throw new BadArchive('too-large', `${sum} bytes in ${file.size}`);
    const entry = entries.get(manifestPath);
    if (!entry) throw new BadArchive('not-an-archive', 'no manifest');
    const manifest = manifestOf(await bytesOf(file, entry, most.manifest));
    if (sum > free) throw new BadArchive('too-large', `${sum} bytes, ${free} free`);
    return new OpenArchive(file, entries, manifest);
  }

  /** A table's rows, part by part, each part whole, unchanged and of the right shape. */
  async *rows<T extends ArchiveTable>(table: T): AsyncGenerator<ArchivedRow<T>[]> {
    for (const part of this.manifest.parts) {
      if (part.table !== table) continue;
      const bytes = await this.bytes(part.path, part.sha256, most.part);
      const lines = new TextDecoder().decode(bytes).split('\n');
      if (lines.pop() !== '' || lines.length !== part.rows) throw new BadArchive('wrong-rows', `${part.path}: ${lines.length} lines`);
      yield lines.map((line, at) => rowOf(table, line, `${part.path}:${at + 1}`));
    }
  }

  /** The bytes of a file inside, which must be those the checksum is of. */
  async bytes(path: string, sha256: string, limit = most.file): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.entries.get(path);
    if (!entry) throw new BadArchive('damaged', `${path} is missing`);
    const bytes = await bytesOf(this.file, entry, limit);
    if ((await sha256Of(new Blob([bytes]))) !== sha256) throw new BadArchive('damaged', `${path} was changed`);
    return bytes;
  }
}

async function directoryOf(file: Blob): Promise<Map<string, ZipEntry>> {
  const begins = new Uint8Array(await readable(file.slice(0, 2).arrayBuffer()));
  // Nobody’s archive, or one whose end is missing.
  const isZip = begins[0] === 0x50 && begins[1] === 0x4b;
  try {
    return await readable(readDirectory(file));
  } catch (fault) {
    if (fault instanceof BadZip) throw new BadArchive(isZip ? 'damaged' : 'not-an-archive', fault.message);
    throw fault;
  }
}

async function bytesOf(file: Blob, entry: ZipEntry, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readable(readEntry(file, entry, limit));
  } catch (fault) {
    throw fault instanceof BadZip ? new BadArchive('damaged', fault.message) : fault;
  }
}

/** A file that was moved or changed while it was read, or lies on a disk that went. */
const readable = <T>(reading: Promise<T>): Promise<T> =>
  reading.catch((fault: unknown) => {
    if (fault instanceof DOMException) throw new BadArchive('unreadable-file', fault.message);
    throw fault;
  });

const Marked = z.object({ samtale: z.literal('workspace'), format: z.int().check(z.positive()) });

function manifestOf(bytes: Uint8Array): Manifest {
  const json = jsonOf(new TextDecoder().decode(bytes));
  const marked = Marked.safeParse(json).data;
  if (!marked) throw new BadArchive('not-an-archive', 'its manifest is none of ours');
  if (marked.format > archiveFormat) throw new BadArchive('too-new', `format ${marked.format}`);
  const manifest = Manifest.safeParse(json);
  if (!manifest.success) throw new BadArchive('damaged', z.prettifyError(manifest.error));
  const paths = manifest.data.parts.map(({ path }) => path);
  if (new Set(paths).size !== paths.length) throw new BadArchive('wrong-rows', 'a part named twice');
  return manifest.data;
}

function rowOf<T extends ArchiveTable>(table: T, line: string, where: string): ArchivedRow<T> {
  const json = jsonOf(line);
  const row = archiveTables[table].safeParse(json);
  const version = isModelTable(table)
    ? z.object({ version: z.int().check(z.nonnegative()) }).safeParse(json)
    : { success: true as const, data: { version: 0 } };
  if (!row.success) throw new BadArchive('wrong-rows', `${where}: ${z.prettifyError(row.error)}`);
  if (!version.success) throw new BadArchive('wrong-rows', `${where}: no version`);
  return { ...row.data, ...(isModelTable(table) ? version.data : {}) } as ArchivedRow<T>;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

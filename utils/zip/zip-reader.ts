import { crc32 } from './crc32';
import { deflated, elsewhere, signatures, sizes, stored, zip64Field } from './zip-records';

/** A file that is no zip, or one with something wrong in it: said before anything is made of it. */
export class BadZip extends Error {
  override name = 'BadZip';
}

export interface ZipEntry {
  path: string;
  /** Bytes, unpacked. */
  size: number;
  packed: number;
  method: number;
  crc: number;
  offset: number;
}

/** Longest comment a zip may end with. */
const longestComment = 0xffff;
/** A directory of so many bytes lists a million files. */
const largestDirectory = 256 * 1024 * 1024;

/** What a zip file holds, by its directory. Strict: what two readers could understand in two ways is refused, as is anything locked or in parts. */
export async function readDirectory(file: Blob): Promise<Map<string, ZipEntry>> {
  const { start, size, count } = await findDirectory(file);
  if (size > largestDirectory || start + size > file.size) throw new BadZip('a directory beyond the end');
  const view = await viewOf(file, start, size);
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let left = count; left > 0; left--) {
    const { entry, length } = entryAt(view, at);
    at += length;
    if (entry.path.endsWith('/')) continue;
    if (entries.has(entry.path)) throw new BadZip(`twice the same file: ${entry.path}`);
    entries.set(entry.path, entry);
  }
  if (at !== size) throw new BadZip('a directory of another size');
  let free = 0;
  // One after the other: files that share bytes are how a small zip becomes a huge one.
  for (const { offset, packed } of [...entries.values()].sort((a, b) => a.offset - b.offset)) {
    if (offset < free || offset + sizes.local + packed > start) throw new BadZip('files that overlap');
    free = offset + sizes.local + packed;
  }
  return entries;
}

/** The bytes of one file, checked: never more than the directory says, nor than the `most` it may have. */
export async function readEntry(file: Blob, entry: ZipEntry, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.size > most) throw new BadZip(`too large: ${entry.path}`);
  const head = await viewOf(file, entry.offset, sizes.local);
  if (head.getUint32(0, true) !== signatures.local || head.getUint16(8, true) !== entry.method)
    throw new BadZip('a file that is not where the directory says');
  const [nameLength, extraLength] = [head.getUint16(26, true), head.getUint16(28, true)];
  const name = await viewOf(file, entry.offset + sizes.local, nameLength);
  if (pathOf(name) !== entry.path) throw new BadZip('two names for one file');
  const from = entry.offset + sizes.local + nameLength + extraLength;
  if (from + entry.packed > file.size) throw new BadZip('a file that is cut off');
  const packed = file.slice(from, from + entry.packed);
  const bytes = entry.method === stored ? new Uint8Array(await packed.arrayBuffer()) : await inflate(packed, entry.size);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) throw new BadZip(`damaged: ${entry.path}`);
  return bytes;
}

async function inflate(packed: Blob, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size);
  const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  let at = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return bytes.subarray(0, at);
      if (at + value.length > size) throw new BadZip('more in it than it says');
      bytes.set(value, at);
      at += value.length;
    }
  } catch (fault) {
    await reader.cancel().catch(() => undefined);
    throw fault instanceof BadZip ? fault : new BadZip(`cannot be unpacked: ${String(fault)}`);
  }
}

async function findDirectory(file: Blob): Promise<{ start: number; size: number; count: number }> {
  if (file.size < sizes.end) throw new BadZip('too short');
  const from = Math.max(0, file.size - sizes.end - longestComment);
  const tail = await viewOf(file, from, file.size - from);
  for (let at = tail.byteLength - sizes.end; at >= 0; at--) {
    if (tail.getUint32(at, true) !== signatures.end || at + sizes.end + tail.getUint16(at + 20, true) !== tail.byteLength) continue;
    const [disk, count, size, start] = [
      tail.getUint16(at + 4, true),
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (disk === elsewhere.half || count === elsewhere.half || size === elsewhere.word || start === elsewhere.word)
      return findDirectory64(file, from + at);
    if (disk !== 0 || tail.getUint16(at + 8, true) !== count) throw new BadZip('in parts');
    return { start, size, count };
  }
  throw new BadZip('no directory at the end');
}

async function findDirectory64(file: Blob, end: number): Promise<{ start: number; size: number; count: number }> {
  if (end < sizes.locator64) throw new BadZip('no zip64 directory');
  const locator = await viewOf(file, end - sizes.locator64, sizes.locator64);
  const at = number64(locator, 8);
  if (locator.getUint32(0, true) !== signatures.locator64 || at + sizes.end64 > end) throw new BadZip('no zip64 directory');
  const view = await viewOf(file, at, sizes.end64);
  if (view.getUint32(0, true) !== signatures.end64) throw new BadZip('no zip64 directory');
  return { count: number64(view, 32), size: number64(view, 40), start: number64(view, 48) };
}

function entryAt(view: DataView, at: number): { entry: ZipEntry; length: number } {
  if (at + sizes.central > view.byteLength || view.getUint32(at, true) !== signatures.central) throw new BadZip('a broken directory');
  const half = (offset: number) => view.getUint16(at + offset, true);
  const word = (offset: number) => view.getUint32(at + offset, true);
  const [nameLength, extraLength] = [half(28), half(30)];
  const length = sizes.central + nameLength + extraLength + half(32);
  if (at + length > view.byteLength) throw new BadZip('a broken directory');
  if (half(8) & 0x41) throw new BadZip('locked with a password');
  const method = half(10);
  if (method !== stored && method !== deflated) throw new BadZip(`packed in a way this does not know: ${method}`);
  const path = pathOf(new DataView(view.buffer, view.byteOffset + at + sizes.central, nameLength));
  const far = wide(view, at + sizes.central + nameLength, extraLength, [word(24), word(20), word(42)]);
  const [size = 0, packed = 0, offset = 0] = far;
  if (method === stored && size !== packed) throw new BadZip('two sizes for one file');
  return { entry: { path, method, crc: word(16), size, packed, offset }, length };
}

/** A place inside the archive and nowhere else. Nothing is ever written to a path; who unpacks it by hand is no worse off. */
function pathOf(name: DataView): string {
  let path: string;
  try {
    path = new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    throw new BadZip('a name that is no text');
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one in it is what is looked for
  if (path === '' || /^[/\\]|^[a-z]:|\\|[\x00-\x1f]/i.test(path) || path.split('/').includes('..'))
    throw new BadZip(`a name that leads out: ${path}`);
  return path;
}

/** Sizes and offset, those that did not fit their fields from zip64's, in its order. */
function wide(view: DataView, from: number, length: number, numbers: readonly number[]): number[] {
  if (!numbers.includes(elsewhere.word)) return [...numbers];
  for (let at = from; at + 4 <= from + length; ) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (id === zip64Field && at + 4 + size <= from + length) {
      let next = at + 4;
      return numbers.map((value) => {
        if (value !== elsewhere.word) return value;
        if (next + 8 > at + 4 + size) throw new BadZip('a zip64 number is missing');
        next += 8;
        return number64(view, next - 8);
      });
    }
    at += 4 + size;
  }
  throw new BadZip('a zip64 number is missing');
}

function number64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new BadZip('a number out of this world');
  return Number(value);
}

const viewOf = async (file: Blob, from: number, length: number) => new DataView(await file.slice(from, from + length).arrayBuffer());

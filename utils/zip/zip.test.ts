import { randomBytes } from 'node:crypto';
import {
  BlobReader,
  BlobWriter,
  ZipWriter as OtherWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BadZip, readDirectory, readEntry } from './zip-reader';
import { ZipWriter } from './zip-writer';

const made = new Date(Date.UTC(2026, 10, 21, 22, 30, 12));
const most = 1_000_000;
const text = (words: string) => new TextEncoder().encode(words);
type Files = readonly (readonly [string, Uint8Array<ArrayBuffer>])[];

async function ours(files: Files): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, made);
  for (const [path, bytes] of files) await zip.add(path, bytes);
  await zip.close();
  return new Blob(parts);
}
/** Everything in it, by our reader. */
async function read(file: Blob): Promise<[string, Buffer][]> {
  const entries = [...(await readDirectory(file)).values()];
  return Promise.all(entries.map(async (entry) => [entry.path, Buffer.from(await readEntry(file, entry, most))] as [string, Buffer]));
}
const plain = (files: Files) => files.map(([path, bytes]) => [path, Buffer.from(bytes)]);
const noWorkers = { useWebWorkers: false } as const;

const some: Files = [
  ['manifest.json', text('{}')],
  ['mail/Indbakke æøå/2026 Stole.eml', text('Hej '.repeat(500))],
  ['files/random', new Uint8Array(randomBytes(3000))],
  ['empty', new Uint8Array()],
];

it('ALL-6 an independent reader of zips finds every file as it was', async () => {
  const other = new ZipReader(new BlobReader(await ours(some)), { ...noWorkers, checkSignature: true });
  const found = await other.getEntries();
  expect(found.map(({ filename }) => filename)).toEqual(some.map(([path]) => path));
  for (const [at, entry] of found.entries()) {
    if (entry.directory) throw new Error('a folder');
    expect(Buffer.from(await entry.getData(new Uint8ArrayWriter()))).toEqual(Buffer.from(some[at]?.[1] ?? []));
    expect(entry.lastModDate.getTime()).not.toBeNaN();
  }
});

it.each([{ zip64: true }, { zip64: false }, { level: 0 }])('ALL-6 what another program zipped is read: %j', async (options) => {
  const other = new OtherWriter(new BlobWriter(), { ...noWorkers, ...options });
  await other.add('folder/', undefined, { directory: true });
  for (const [path, bytes] of some) await other.add(path, new Uint8ArrayReader(bytes));
  expect(await read(await other.close())).toEqual(plain(some));
});

it('ALL-6 more files than a plain zip can list, and one beyond its 4 GB', async () => {
  const many = Array.from({ length: 66_000 }, (_, n) => [`${n}`, new Uint8Array()] as const);
  const file = await ours(many);
  expect((await readDirectory(file)).size).toBe(66_000);

  // As if 5 GB stood before it, which nobody has to write for this.
  const before = 5_000_000_000;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new ZipWriter({ write: async (bytes) => void parts.push(bytes) }, made);
  Object.assign(zip, { at: before });
  await zip.add('far', text('away'));
  await zip.close();
  const near = new Blob(parts);
  const far = { size: before + near.size, slice: (from: number, to: number) => near.slice(from - before, to - before) } as Blob;
  // The directory's own search reads the last 64 KB, which begin before what there is.
  const tail = {
    ...far,
    slice: (from: number, to: number) => (from < before ? new Blob([new Uint8Array(before - from), near]) : far.slice(from, to)),
  };
  expect(await read(tail as Blob)).toEqual([['far', Buffer.from('away')]]);
});

it('S34 names that lead out, names twice, locks and files within files are refused', async () => {
  for (const path of ['../x', 'a/../../x', '/etc/passwd', 'C:\\x', 'a\\b', 'a\nb', ''])
    await expect(ours([[path, text('x')]]).then(readDirectory), path).rejects.toThrow(BadZip);
  await expect(ours([...some, ...some]).then(readDirectory)).rejects.toThrow('twice');
  const locked = new OtherWriter(new BlobWriter(), { ...noWorkers, password: 'x', zipCrypto: true });
  await locked.add('a', new Uint8ArrayReader(text('a')));
  await expect(locked.close().then(readDirectory)).rejects.toThrow('locked');

  // Two entries of the directory that name the same bytes.
  const bytes = new Uint8Array(
    await (
      await ours([
        ['a', text('x')],
        ['b', text('x')],
      ])
    ).arrayBuffer(),
  );
  const view = new DataView(bytes.buffer);
  const second = Buffer.from(bytes).lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  view.setUint32(second + 42, 0, true);
  await expect(readDirectory(new Blob([bytes]))).rejects.toThrow('overlap');
});

it('a bomb ends where it says it does, or before it begins', async () => {
  const zeros = await ours([['zeros', new Uint8Array(5_000_000)]]);
  const [entry] = (await readDirectory(zeros)).values();
  if (!entry) throw new Error('no file');
  await expect(readEntry(zeros, entry, most)).rejects.toThrow('too large');
  await expect(readEntry(zeros, { ...entry, size: 10 }, most)).rejects.toThrow('more in it than it says');
});

it('a zip broken anywhere is refused, or read as it was', async () => {
  const whole = new Uint8Array(await (await ours(some)).arrayBuffer());
  const broken = fc.oneof(
    fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) }).map(({ at, to }) => whole.with(at, to)),
    fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
  );
  await fc.assert(
    fc.asyncProperty(broken, async (bytes) => {
      try {
        expect(await read(new Blob([bytes]))).toEqual(plain(some));
      } catch (fault) {
        if (!(fault instanceof BadZip)) throw fault;
      }
    }),
    { numRuns: 300 },
  );
});

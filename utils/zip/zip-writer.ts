import { crc32 } from './crc32';
import { deflated, elsewhere, record, signatures, sizes, stored, zip64Field } from './zip-records';

/** Where a zip goes, piece by piece. */
export interface Sink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

interface Written {
  name: Uint8Array<ArrayBuffer>;
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** 2.0 for folders and deflate, 4.5 for zip64; made on Unix, so that names are UTF-8 and files ordinary ones. */
const [plain, with64] = [20, 45];
const unixFile = 0o100644 * 0x10000;
const utf8Name = 0x0800;

/**
 * Writes a zip file from front to back, one file after the other, each whole in memory while it is written; nothing is gone back to. Beyond 4 GB
 * or 65,535 files it is zip64. All files carry the one time the archive was made.
 */
export class ZipWriter {
  private at = 0;
  private readonly written: Written[] = [];
  private readonly time: { date: number; time: number };

  constructor(
    private readonly sink: Sink,
    made: Date,
  ) {
    const years = Math.max(0, made.getUTCFullYear() - 1980);
    this.time = {
      date: (years << 9) | ((made.getUTCMonth() + 1) << 5) | made.getUTCDate(),
      time: (made.getUTCHours() << 11) | (made.getUTCMinutes() << 5) | (made.getUTCSeconds() >> 1),
    };
  }

  async add(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const name = new TextEncoder().encode(path);
    const packed = await deflate(bytes);
    const smaller = packed.length < bytes.length;
    const data = smaller ? packed : bytes;
    const file: Written = {
      name,
      method: smaller ? deflated : stored,
      crc: crc32(bytes),
      packed: data.length,
      size: bytes.length,
      offset: this.at,
    };
    await this.put(
      record(sizes.local, ({ half, word }) => {
        word(signatures.local);
        half(plain);
        half(utf8Name);
        this.common(file, half, word);
        half(0);
      }),
    );
    await this.put(name);
    await this.put(data);
    this.written.push(file);
  }

  /** The directory at the end, without which it is no zip: what was broken off before this does not look whole. */
  async close(): Promise<void> {
    const start = this.at;
    for (const file of this.written) await this.directory(file);
    const size = this.at - start;
    const count = this.written.length;
    if (start > elsewhere.word - 1 || count > elsewhere.half - 1) await this.end64({ start, size, count });
    await this.put(
      record(sizes.end, ({ half, word }) => {
        word(signatures.end);
        half(0);
        half(0);
        half(Math.min(count, elsewhere.half));
        half(Math.min(count, elsewhere.half));
        word(Math.min(size, elsewhere.word));
        word(Math.min(start, elsewhere.word));
        half(0);
      }),
    );
  }

  /** What a file's two headers have in common, from the method on. */
  private common({ method, crc, packed, size, name }: Written, half: (value: number) => void, word: (value: number) => void) {
    half(method);
    half(this.time.time);
    half(this.time.date);
    word(crc);
    word(packed);
    word(size);
    half(name.length);
  }

  private async directory(file: Written): Promise<void> {
    const far = file.offset >= elsewhere.word;
    await this.put(
      record(sizes.central, ({ half, word }) => {
        word(signatures.central);
        half((3 << 8) | with64);
        half(far ? with64 : plain);
        half(utf8Name);
        this.common(file, half, word);
        half(far ? 12 : 0);
        half(0);
        half(0);
        half(0);
        word(unixFile);
        word(far ? elsewhere.word : file.offset);
      }),
    );
    await this.put(file.name);
    if (!far) return;
    await this.put(
      record(12, ({ half, long }) => {
        half(zip64Field);
        half(8);
        long(file.offset);
      }),
    );
  }

  private async end64({ start, size, count }: { start: number; size: number; count: number }): Promise<void> {
    const at = this.at;
    await this.put(
      record(sizes.end64, ({ half, word, long }) => {
        word(signatures.end64);
        long(sizes.end64 - 12);
        half(with64);
        half(with64);
        word(0);
        word(0);
        long(count);
        long(count);
        long(size);
        long(start);
      }),
    );
    await this.put(
      record(sizes.locator64, ({ word, long }) => {
        word(signatures.locator64);
        word(0);
        long(at);
        word(1);
      }),
    );
  }

  private async put(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.sink.write(bytes);
    this.at += bytes.length;
  }
}

/** Below this nothing becomes smaller. */
const worthwhile = 32;

const deflate = async (bytes: Uint8Array<ArrayBuffer>) =>
  bytes.length < worthwhile
    ? bytes
    : new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());

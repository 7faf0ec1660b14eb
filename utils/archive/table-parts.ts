import { sha256Of } from '../network/sha256-of';
import type { ZipWriter } from '../zip/zip-writer';
import type { ArchiveTable, Manifest } from './archive-format';

/** Characters a part holds before the next begins: so that neither side ever has more than this, and one row, in memory. */
const fullAt = 2_000_000;

/** One table on its way into the archive: JSON Lines, in parts. */
export class TableParts {
  readonly parts: Manifest['parts'] = [];
  rows = 0;
  private lines: string[] = [];
  private length = 0;

  constructor(
    private readonly zip: ZipWriter,
    private readonly table: ArchiveTable,
  ) {}

  async add(row: unknown): Promise<void> {
    const line = `${JSON.stringify(row)}\n`;
    this.lines.push(line);
    this.length += line.length;
    this.rows += 1;
    if (this.length >= fullAt) await this.end();
  }

  /** Writes what is left. */
  async end(): Promise<void> {
    if (this.lines.length === 0) return;
    const path = `tables/${this.table}-${String(this.parts.length + 1).padStart(4, '0')}.jsonl`;
    const bytes = new TextEncoder().encode(this.lines.join(''));
    this.parts.push({ path, table: this.table, rows: this.lines.length, size: bytes.length, sha256: await sha256Of(new Blob([bytes])) });
    this.lines = [];
    this.length = 0;
    await this.zip.add(path, bytes);
  }
}

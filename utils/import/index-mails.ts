import type { MailIndex } from './mail-source';
import { type MailPlace, MboxScanner } from './mbox-scanner';

/** Read at a time: enough to be quick, little enough to hold. */
const piece = 4 * 1024 * 1024;

interface Placed extends MailPlace {
  file: number;
}

/**
 * Looks through files once and answers where their mails are, oldest first: a thread is read in the order it was written, whatever order an archive
 * keeps. Holds a few numbers a mail and one piece of a file. `onBytes` hears how far it is.
 */
export async function indexMails(files: readonly Blob[], onBytes: (looked: number) => void): Promise<MailIndex> {
  const found: Placed[] = [];
  const refused: number[] = [];
  let looked = 0;
  for (const [at, file] of files.entries()) {
    const kind = await kindOf(file);
    if (kind === 'other') refused.push(at);
    else if (kind === 'mail') found.push({ file: at, offset: 0, length: file.size, date: await dateOf(file) });
    else {
      let last = 0;
      // One without a date stands by its neighbour.
      const scanner = new MboxScanner((mail) => {
        last = mail.date ?? last;
        found.push({ ...mail, date: last, file: at });
      });
      for (let from = 0; from < file.size; from += piece) {
        scanner.push(new Uint8Array(await file.slice(from, from + piece).arrayBuffer()));
        onBytes(looked + Math.min(file.size, from + piece));
      }
      scanner.end();
    }
    looked += file.size;
    onBytes(looked);
  }
  found.sort((a, b) => (a.date ?? 0) - (b.date ?? 0) || a.file - b.file || a.offset - b.offset);
  const numbers = (of: (mail: Placed) => number) => Float64Array.from(found, of);
  return {
    files: Uint32Array.from(found, ({ file }) => file),
    offsets: numbers(({ offset }) => offset),
    lengths: numbers(({ length }) => length),
    dates: numbers(({ date }) => date ?? 0),
    refused,
  };
}

const letters = new TextDecoder('latin1');
const headOf = async (file: Blob, bytes: number) => letters.decode(await file.slice(0, bytes).arrayBuffer());

/** By what stands in it, not by its name: Thunderbird's files have no ending, and anybody may rename one. */
async function kindOf(file: Blob): Promise<'mbox' | 'mail' | 'other'> {
  const head = (await headOf(file, 4096)).replace(/^(?:ï»¿)?\s*/, '');
  if (/^>?From [^\n]*\n[!-9;-~]+[ \t]*:/.test(head)) return 'mbox';
  const [first = ''] = head.split(/\r\n?|\n/, 1);
  return /^[!-9;-~]+[ \t]*:/.test(first) && !head.includes('\0') ? 'mail' : 'other';
}

/** Of a mail in a file of its own. */
async function dateOf(file: Blob): Promise<number | null> {
  let date: number | null = null;
  const scanner = new MboxScanner((mail) => {
    date ??= mail.date;
  });
  scanner.push(new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer()));
  scanner.end();
  return date;
}

/** Whether a source's file is one of many mails, by the index: a mail alone begins at the beginning and is all of it. */
export const isMarked = (file: Blob, { offset, length }: { offset: number; length: number }) => offset > 0 || length < file.size;

import { closeSync, openSync, writeSync } from 'node:fs';
import { type FileSize, generatedMail, officeFiles } from './generated-mail';

/** Every thirty-first mail has a file of 5 to 25 MB as it is written in a mail. */
const largeFiles: FileSize = (n) => (n % 31 === 7 ? 3_700_000 + ((n * 7919) % 14_500_000) : officeFiles(n));

/** Writes an archive of so many MB at least; answers how many mails it holds, and the Message-IDs of all that have one of their own. */
export function writeMbox(path: string, megabytes: number): { mails: number; bytes: number; rfcMessageIds: string[] } {
  const rfcMessageIds: string[] = [];
  const file = openSync(path, 'wx');
  let [mails, bytes] = [0, 0];
  for (; bytes < megabytes * 1e6; mails++) {
    const { raw, at, rfcMessageId } = generatedMail(mails, largeFiles);
    const marked = raw.toString('latin1').replace(/^(>*From )/gm, '>$1');
    const separator = `From - ${new Date(at).toUTCString()}\r\n`;
    for (const piece of [separator, marked, marked.endsWith('\n') ? '\r\n' : '\r\n\r\n']) bytes += writeSync(file, Buffer.from(piece, 'latin1'));
    if (rfcMessageId !== null) rfcMessageIds.push(rfcMessageId);
  }
  closeSync(file);
  return { mails, bytes, rfcMessageIds };
}

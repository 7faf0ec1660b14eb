import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { id } from '../../../tests/support/rows';
import { MailParser } from './mail-parser';

const arrival = {
  ids: { conversationId: id(1), messageId: id(2), contactId: id(3), eventId: id(4) },
  channelId: id(5),
  receivedAt: 1,
  rawHash: 'a'.repeat(64),
  envelopeFrom: 'bo@kunde.dk',
  repliesTo: null,
};
const mail = (text: string) => Buffer.from(`From: bo@kunde.dk\r\nSubject: ${text}\r\n\r\n${text}`);

let parser = new MailParser();
afterEach(() => parser.close());

/** A worker that does something terrible to mails that ask for it. */
function terribleWorker() {
  const file = join(mkdtempSync(join(tmpdir(), 'samtale-worker-')), 'worker.mjs');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ raw }) => {
       const text = Buffer.from(raw).toString();
       if (text.includes('spin')) for (;;);
       if (text.includes('die')) process.exit(1);
       if (text.includes('throw')) throw new Error('poison');
       if (text.includes('eat')) { const all = []; for (;;) all.push(new Array(100000).fill(text + all.length)); }
       parentPort.postMessage({ mail: { subject: text }, files: [] });
     });
     parentPort.postMessage('ready');`,
  );
  return pathToFileURL(file);
}

it('reads one mail after the other in one worker', async () => {
  parser = new MailParser();
  const readings = await Promise.all([parser.read(mail('one'), arrival), parser.read(mail('two'), arrival), parser.read(mail('three'), arrival)]);
  expect(readings.map((reading) => ('mail' in reading ? reading.mail.subject : reading))).toEqual(['one', 'two', 'three']);
});

it('S31 a mail past a limit is named by that limit', async () => {
  parser = new MailParser();
  const many = Buffer.from(`Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nx\r\n'.repeat(501)}--b--`);
  const headers = Buffer.from(`From: bo@kunde.dk\r\nX-Long: ${'x'.repeat(3 * 1024 * 1024)}\r\n\r\nHej`);
  expect(await parser.read(many, arrival)).toEqual({ unreadable: 'too-many-parts', again: false });
  expect(await parser.read(headers, arrival)).toEqual({ unreadable: 'too-large', again: false });
});

it('S32 a worker that hangs, dies, throws or eats all memory is replaced, and the next mail is read', async () => {
  parser = new MailParser(terribleWorker(), 300);
  const reasonOf = async (text: string) => {
    const reading = await parser.read(Buffer.from(text), arrival);
    return 'unreadable' in reading ? reading.unreadable : 'read';
  };
  expect(await reasonOf('spin')).toBe('too-slow');
  expect(await reasonOf('fine')).toBe('read');
  expect(await reasonOf('die')).toBe('crashed');
  expect(await reasonOf('fine')).toBe('read');
  expect(await reasonOf('throw')).toBe('crashed');
  expect(await reasonOf('fine')).toBe('read');
  expect(['crashed', 'too-slow']).toContain(await reasonOf('eat'));
  expect(await reasonOf('fine')).toBe('read');
});

const fill = (unit: string) => Buffer.alloc(39 * 1024 * 1024, unit);
const base64 = `${'QUJD'.repeat(19)}\r\n`;
const head = (type: string) => Buffer.from(`From: bo@kunde.dk\r\nSubject: Large\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n`);

describe('S31 the largest mails the listener takes are read in time and memory', () => {
  const attached = 'multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHej\r\n--b\r\nContent-Type: application/zip';
  const largest: Record<string, [raw: Uint8Array[], text: string, cut: object | undefined]> = {
    'plain text in a million lines': [
      [head('text/plain; charset=utf-8'), Buffer.from('\r\n'), fill('Rødgrød med fløde, linje efter linje.\r\n')],
      'Rødgrød med fløde',
      { text: true, html: 0, files: 0, recipients: 0 },
    ],
    'HTML in a million lines': [
      [head('text/html; charset=utf-8'), Buffer.from('\r\n'), fill('<p>Rødgrød med fløde, linje efter linje.</p>\r\n')],
      'Rødgrød med fløde',
      { text: true, html: expect.any(Number), files: 0, recipients: 0 },
    ],
    'a file in base64': [
      [head(`${attached}\r\nContent-Transfer-Encoding: base64`), Buffer.from('\r\n'), fill(base64), Buffer.from('\r\n--b--\r\n')],
      'Hej',
      undefined,
    ],
    'a file in plain lines': [
      [head(attached), Buffer.from('\r\n'), fill('1;2;3;4;5;6;7;8;9;10\r\n'), Buffer.from('\r\n--b--\r\n')],
      'Hej',
      undefined,
    ],
  };
  for (const [name, [raw, text, cut]] of Object.entries(largest)) {
    it(name, async () => {
      parser = new MailParser();
      const reading = await parser.read(Buffer.concat(raw), arrival);
      if (!('mail' in reading)) throw new Error(JSON.stringify(reading));
      expect(reading.mail.text.startsWith(text)).toBe(true);
      expect(reading.mail.cut).toEqual(cut);
    });
  }
});

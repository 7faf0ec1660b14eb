import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { id } from '../../../tests/server/rows';
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

it('S31 the largest mail the listener takes is read in time and memory', async () => {
  parser = new MailParser();
  const line = `${'QUJD'.repeat(19)}\r\n`;
  const raw = Buffer.concat([
    Buffer.from(
      'From: bo@kunde.dk\r\nSubject: Large\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHej\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.alloc(39 * 1024 * 1024, line),
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const reading = await parser.read(raw, arrival);
  expect('mail' in reading ? reading.mail.text : reading).toBe('Hej');
});

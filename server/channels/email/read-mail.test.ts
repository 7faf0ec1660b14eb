import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IncomingMail } from '../../../domain/mail/incoming-mail';
import { id } from '../../../tests/support/rows';
import { MailTooMuch } from '../../../utils/mail/mail-limits';
import { readMail } from './read-mail';

const folder = join(import.meta.dirname, '../../../tests/fixtures/mail');
const mails = readdirSync(folder).flatMap((file) => (file.endsWith('.eml') ? [readFileSync(join(folder, file))] : []));
const arrival = {
  ids: { conversationId: id(1), messageId: id(2), contactId: id(3), eventId: id(4) },
  channelId: id(5),
  receivedAt: 1,
  rawHash: 'a'.repeat(64),
  envelopeFrom: 'bo@kunde.dk',
  repliesTo: null,
};

/** Either within every bound of the rule, or over a limit that has a name. */
async function holds(raw: Uint8Array) {
  try {
    const { mail, files } = await readMail(raw, arrival);
    IncomingMail.parse(mail);
    expect(mail.attachments.every(({ hash, notStored }) => (hash === null ? notStored !== null : files.some((file) => file.hash === hash)))).toBe(
      true,
    );
  } catch (fault) {
    if (!(fault instanceof MailTooMuch)) throw fault;
  }
}

const part = fc.oneof(
  fc.constantFrom(
    '\r\n',
    '\n',
    '\r',
    '\0',
    '--b',
    '<',
    '>',
    '=?utf-8?b?',
    '?=',
    'Content-Type: ',
    'multipart/mixed; boundary=',
    'message/rfc822',
    'From: ',
    'Date: 1e99',
    '\u202e',
    '\ud83d',
  ),
  fc.string({ maxLength: 30 }),
);

it('S31 whatever a mail of ours is mangled into becomes arguments the rule takes', async () => {
  const mangled = fc.record({
    mail: fc.constantFrom(...mails),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(200),
    insert: fc.array(part, { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(mangled, ({ mail, at, cut, insert }) => {
      const start = Math.floor(at * mail.length);
      return holds(Buffer.concat([mail.subarray(0, start), Buffer.from(insert.join('')), mail.subarray(start + cut)]));
    }),
    { numRuns: 400, seed: 20261121 },
  );
});

it('S31 so does anything made of the pieces mails are made of', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 60 }), (parts) => holds(Buffer.from(parts.join('')))),
    { numRuns: 400, seed: 20261121 },
  );
});

it('every field of the longest kind is cut to what the rule takes', async () => {
  const long = 'x'.repeat(5000);
  const head = [
    `From: "${long}" <${long}@${long}.example>`,
    `To: ${Array.from({ length: 2000 }, (_, i) => `${i}@b.example`).join(', ')}`,
    `Subject: ${long}`,
    `Message-ID: <${long}@b>`,
    `References: ${Array.from({ length: 500 }, (_, i) => `<${i}@b>`).join(' ')}`,
    'Date: Fri, 31 Dec 9999 23:59:59 +0000',
  ];
  await holds(Buffer.from(`${head.join('\r\n')}\r\n\r\n${'y'.repeat(300_000)}`));
});

const mixed = (...parts: string[]) =>
  Buffer.from(`From: bo@kunde.dk\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts.map((one) => `--b\r\n${one}\r\n`).join('')}--b--`);
const file = (n: number) => `Content-Type: application/pdf; name="${n}.pdf"\r\nContent-Disposition: attachment; filename="${n}.pdf"\r\n\r\nfile ${n}`;
const files = (count: number) => Array.from({ length: count }, (_, n) => file(n + 1));

describe('nothing of a mail is left out in silence', () => {
  it('an ordinary mail is whole and says nothing of it', async () => {
    const { mail } = await readMail(mixed('Content-Type: text/plain\r\n\r\nHej', ...files(200)), arrival);
    expect(mail.cut).toBeUndefined();
    expect(mail.attachments.every(({ hash }) => hash !== null)).toBe(true);
  });

  it('S31 of 350 files 200 are kept, 100 are named, and the message says that there are 50 more', async () => {
    const { mail, files: kept } = await readMail(mixed('Content-Type: text/plain\r\n\r\nHej', ...files(350)), arrival);
    IncomingMail.parse(mail);
    expect(kept).toHaveLength(200);
    expect(mail.attachments).toHaveLength(300);
    expect(mail.attachments[199]).toMatchObject({ name: '200.pdf', hash: expect.stringMatching(/^[0-9a-f]{64}$/), notStored: null });
    expect(mail.attachments[200]).toMatchObject({ name: '201.pdf', size: 9, hash: null, notStored: 'too-many' });
    expect(mail.attachments[299]).toMatchObject({ name: '300.pdf', hash: null, notStored: 'too-many' });
    expect(mail.cut).toEqual({ text: false, html: 0, files: 50, recipients: 0 });
  });

  it('HTML over 5 MB is left out by its size; its first words are here', async () => {
    const html = `<p>First words</p>${'<p>line after line</p>'.repeat(260_000)}`;
    const { mail } = await readMail(Buffer.from(`From: bo@kunde.dk\r\nContent-Type: text/html\r\n\r\n${html}`), arrival);
    expect(mail.html).toBeNull();
    expect(mail.text).toMatch(/^First words\n/);
    expect(mail.cut).toMatchObject({ text: true, html: expect.closeTo(html.length, -1) });
  });

  it('X12 text over 64 KB says that it goes on, whether a reader would see it at once or unfold it', async () => {
    const plain = (text: string) => readMail(Buffer.from(`From: bo@kunde.dk\r\n\r\n${text}`), arrival);
    const long = 'one line of many\n'.repeat(5_000);
    const fold = 'On Thu, 19 Nov 2026 at 14:02, Salg <salg@firma.dk> wrote:\n';
    expect((await plain('one line of many\n'.repeat(3_000))).mail.cut).toBeUndefined();
    expect((await plain(long)).mail.cut).toEqual({ text: true, html: 0, files: 0, recipients: 0 });
    const answer = await plain(`Yes.\n\n${fold}${long.replace(/^/gm, '> ')}`);
    expect(answer.mail.text).toBe('Yes.');
    expect(answer.mail.cut).toMatchObject({ text: true });
    const late = await plain(`${'\n'.repeat(300_000)}Far below`);
    expect(late.mail.text).toBe('Far below');
  });

  it('a list of recipients beyond 500 is counted, a subject beyond 1,000 letters ends with the sign for it', async () => {
    const to = Array.from({ length: 520 }, (_, n) => `${n}@b.example`).join(', ');
    const { mail } = await readMail(Buffer.from(`From: bo@kunde.dk\r\nTo: ${to}\r\nSubject: ${'x'.repeat(1200)}\r\n\r\nHej`), arrival);
    expect(mail.cut).toEqual({ text: false, html: 0, files: 0, recipients: 20 });
    expect(mail.subject).toHaveLength(1000);
    expect(mail.subject.endsWith('x…')).toBe(true);
  });
});

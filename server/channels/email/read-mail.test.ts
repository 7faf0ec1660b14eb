import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { IncomingMail } from '../../../domain/mail/incoming-mail';
import { id } from '../../../tests/server/rows';
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
    expect(mail.attachments.every(({ hash }) => files.some((file) => file.hash === hash))).toBe(true);
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

import { describe, expect, it } from 'vitest';
import { messageRow, outboundRow } from '../../../tests/support/rows';
import { parseMail } from '../../../utils/mail/parse-mail';
import { headerOf } from '../../../utils/mail/parsed-mail';
import { composeMail } from './compose-mail';

const mail = outboundRow(1, 10, 2, 3);
const message = (extra: Parameters<typeof messageRow>[3] = {}) =>
  messageRow(3, 10, 2, { direction: 'out', to: [{ name: 'Bo Hansen', address: 'bo@kunde.dk' }], subject: 'Re: Tilbud', text: 'Hej Bo', ...extra });
const compose = (extra: Parameters<typeof messageRow>[3] = {}, html: string | null = null, replyTo: string | null = null) =>
  composeMail({ mail, message: message(extra), html, replyTo, bytesOf: async (hash) => Buffer.from(`bytes of ${hash.slice(0, 2)}`) });
const headersOf = (raw: Buffer) =>
  raw
    .toString()
    .split('\r\n\r\n', 1)[0]
    ?.replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n') ?? [];

it("I2 is the same mail at every try: one Message-ID, the message's own date", async () => {
  const [once, again] = await Promise.all([compose(), compose()]);
  const parsed = await parseMail(once);
  expect(parsed.messageId).toBe(mail.rfcMessageId);
  expect((await parseMail(again)).messageId).toBe(mail.rfcMessageId);
  expect(parsed.date).toBe(Math.floor(message().receivedAt / 1000) * 1000);
});

it('threads: In-Reply-To is what it answers, References the whole line; the reply token in Reply-To', async () => {
  const raw = await compose({ references: ['<a@kunde.dk>', '<b@firma.dk>', '<c@kunde.dk>'] }, null, 'mette+c-token@example.com');
  const parsed = await parseMail(raw);
  expect(headerOf(parsed, 'in-reply-to')).toBe('<c@kunde.dk>');
  expect(parsed.references).toEqual(['<a@kunde.dk>', '<b@firma.dk>', '<c@kunde.dk>']);
  expect(parsed.replyTo).toEqual([{ name: 'Mette', address: 'mette+c-token@example.com' }]);
});

it('text and HTML, an image in place and a file; a person wrote it, so no Auto-Submitted', async () => {
  const file = { id: mail.id, type: 'image/png', size: 3, hash: 'a'.repeat(64), notStored: null };
  const raw = await compose(
    {
      attachments: [
        { ...file, name: 'logo.png', contentId: 'logo', inline: true },
        { ...file, name: 'Ordre æøå.pdf', type: 'application/pdf', hash: 'b'.repeat(64), contentId: null, inline: false },
        { ...file, name: 'never stored.bin', hash: null, notStored: 'too-large', contentId: null, inline: false },
      ],
    },
    '<p>Hej <b>Bo</b><img src="cid:logo"></p>',
  );
  const parsed = await parseMail(raw);
  expect(parsed.text.trim()).toBe('Hej Bo');
  expect(parsed.html).toContain('<b>Bo</b>');
  expect(parsed.files.map(({ name, inline, contentId, bytes }) => [name, inline, contentId, Buffer.from(bytes).toString()])).toEqual([
    ['logo.png', true, 'logo', 'bytes of aa'],
    ['Ordre æøå.pdf', false, null, 'bytes of bb'],
  ]);
  expect(headerOf(parsed, 'auto-submitted')).toBe('');
});

it('Bcc stands in the envelope alone', async () => {
  expect((await compose({ bcc: [{ name: 'Chef', address: 'chef@firma.dk' }] })).toString()).not.toContain('chef@firma.dk');
});

describe('S22 nothing a message holds becomes a header line of its own', () => {
  const attacks = [
    '\r\nBcc: evil@evil.example',
    '\nBcc: evil@evil.example',
    '\rBcc: evil@evil.example',
    '\u2028Bcc: evil@evil.example',
    '\0\r\n\r\n<script>',
    '=?utf-8?q?=0D=0ABcc=3A_evil=40evil.example?=',
    '%0d%0aBcc: evil@evil.example',
  ];
  for (const attack of attacks) {
    it(JSON.stringify(attack), async () => {
      const raw = await compose({
        subject: `Hej${attack}`,
        to: [{ name: `Bo${attack}`, address: 'bo@kunde.dk' }],
        cc: [{ name: attack, address: 'ida@kunde.dk' }],
        references: [`<a@kunde.dk>${attack}`],
        attachments: [
          {
            id: mail.id,
            name: `x${attack}.txt`,
            type: `text/plain${attack}`,
            size: 1,
            hash: 'c'.repeat(64),
            contentId: null,
            inline: false,
            notStored: null,
          },
        ],
      });
      const names = headersOf(raw).map((line) => line.slice(0, line.indexOf(':')).toLowerCase());
      expect(names).not.toContain('bcc');
      expect(new Set(names).size).toBe(names.length);
      const parsed = await parseMail(raw);
      expect([...parsed.to, ...parsed.cc].map(({ address }) => address)).toEqual(['bo@kunde.dk', 'ida@kunde.dk']);
    });
  }
});

import { expect, it } from 'vitest';
import { type MailFile, mailFile } from './mail-file';
import { parseMail } from './parse-mail';

const draft: MailFile = {
  to: [{ name: 'Kåre Østergård, Lager', address: 'kaare@kunde.example' }],
  cc: [{ name: '', address: 'bo@firma.example' }],
  bcc: [],
  subject: `Re: ${'Æblegrød på Åen '.repeat(6)}`.trim(),
  text: 'Hej\nsmørrebrød',
  html: '<p>Hej<br>smørrebrød</p>',
  quote: '> Har I æbler & <b>?',
  inReplyTo: '<b@kunde.example>',
  references: ['<a@kunde.example>', '<b@kunde.example>'],
  files: [
    { name: 'tilbud æ.txt', type: 'text/plain', bytes: new TextEncoder().encode('100 kr.'), contentId: null, inline: false },
    { name: 'logo.png', type: 'image/png', bytes: new Uint8Array([137, 80, 78, 71, 0, 255]), contentId: 'logo', inline: true },
  ],
};
const read = async (it: MailFile) => parseMail(new TextEncoder().encode(mailFile(it, 'samtale-1')));

it('RPL-7 a draft file says to any mail program what was written, to whom and in answer to what', async () => {
  const mail = await read(draft);
  expect(mail).toMatchObject({ to: draft.to, cc: draft.cc, subject: draft.subject, references: draft.references });
  expect(mail.headers).toContainEqual({ key: 'x-unsent', value: '1' });
  expect(mail.text.trim()).toBe('Hej\nsmørrebrød\n\n> Har I æbler & <b>?');
  expect(mail.html).toContain('<p>Hej<br>smørrebrød</p><p>> Har I æbler &amp; &lt;b>?</p>');
  expect(mail.files.map(({ name, bytes, contentId }) => ({ name, bytes: [...bytes], contentId }))).toEqual(
    draft.files.map(({ name, bytes, contentId }) => ({ name, bytes: [...bytes], contentId })),
  );
});

it('RPL-7 without HTML and files it is plain text', async () => {
  const mail = await read({ ...draft, html: '', files: [], references: [], inReplyTo: null });
  expect(mail).toMatchObject({ html: null, files: [], references: [] });
});

it('S22 neither a name nor a subject begins a line of its own', () => {
  const hostile = 'x\r\nBcc: spy@evil.example';
  const file = mailFile({ ...draft, to: [{ name: hostile, address: `a@b.example\r\n${hostile}` }], subject: hostile, inReplyTo: hostile }, 'b');
  expect(file).not.toMatch(/^Bcc:/m);
});

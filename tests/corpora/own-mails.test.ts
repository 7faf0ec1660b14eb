import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { IncomingMail } from '../../domain/mail/incoming-mail';
import { Pipeline } from './pipeline';

/** Our own hard mails: always here, whatever corpora are. */
const folder = join(import.meta.dirname, '../fixtures/mail');
const pipeline = new Pipeline();
afterAll(() => pipeline.close());

async function read(name: string): Promise<IncomingMail> {
  const reading = await pipeline.read(new Uint8Array(readFileSync(join(folder, `${name}.eml`))));
  if (!('mail' in reading)) throw new Error(`${name} could not be read: ${reading.unreadable}`);
  return reading.mail;
}

/** What each mail must become; only what it is about is named. */
const expected: Record<string, Partial<IncomingMail>> = {
  'da-outlook-html': {
    from: { name: 'Søren Ærø', address: 'soren@kunde.example' },
    subject: 'SV: Ordre til Sæby',
    text: 'Hej Mette,\n\nVi tager ti kasser til Sæby.\n\nMed venlig hilsen\nSøren',
    quotedText:
      'Fra: Salg <salg@firma.dk>\nSendt: 19. november 2026 14:02\nTil: soren@kunde.example\nEmne: Ordre til Sæby\n\nHvor mange kasser vil I have?',
    forward: null,
  },
  'nb-gmail': { text: 'Det går fint med torsdag.', forward: null },
  'sv-iphone': { text: 'Den är betald i går.', from: { name: 'Åsa', address: 'asa@kunde.example' } },
  'de-outlook': { text: 'Schönen Dank, wir nehmen das Angebot an.', from: { name: 'Jürgen Groß', address: 'juergen@kunde.example' }, forward: null },
  'en-interleaved': {
    text: 'Hi, answers below.\n\nOn Thu, 19 Nov 2026 at 14:02, Salg <salg@firma.dk> wrote:\n\n> Which colour?\n\nGreen, please.\n\n> Which size?\n\nLarge.',
    quotedText: '',
  },
  'en-bottom': { text: 'Green, please.' },
  'quote-only': { text: 'On Thu, 19 Nov 2026 at 14:02, Salg <salg@firma.dk> wrote:\n> Which colour?', quotedText: '' },
  'history-on-one-line': { text: 'Short answer.' },
  'bounce-exchange-da': {
    automatic: 'bounce',
    bounceOf: {
      rfcMessageId: '<sent-1@hub.example>',
      recipient: 'ukendt@kunde.example',
      text: '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
      permanent: true,
    },
  },
  'bounce-delayed': {
    automatic: 'bounce',
    bounceOf: {
      rfcMessageId: '<sent-2@hub.example>',
      recipient: 'bo@kunde.example',
      text: 'connect to kunde.example[192.0.2.1]:25: Connection timed out',
      permanent: false,
    },
  },
  'bounce-qmail': {
    automatic: 'bounce',
    bounceOf: {
      rfcMessageId: '<sent-3@hub.example>',
      recipient: 'gone@old.example',
      text: '550 5.1.1 sorry, no mailbox here by that name',
      permanent: true,
    },
  },
  'auto-nb': { automatic: 'auto-reply', bounceOf: null },
  'auto-de': { automatic: 'auto-reply' },
  'auto-sv': { automatic: 'auto-reply' },
  'auto-da': { automatic: 'auto-reply' },
  'auto-vacation': { automatic: 'auto-reply' },
  'read-receipt': { automatic: 'auto-reply', bounceOf: null },
  newsletter: { automatic: null, bulk: true },
  'web-form': { automatic: null, bulk: false, text: 'Navn: Bo\nBesked: Ring til mig.' },
  'gmail-confirmation': { providerConfirmation: true, automatic: null },
  'forward-outlook-da': {
    text: 'Kan I tage den?',
    forward: {
      from: { name: 'Bo Hansen', address: 'bo@kunde.example' },
      to: [{ name: 'Mette', address: 'mette@firma.dk' }],
      subject: 'Reklamation',
      text: 'Stolen er knækket.',
      html: null,
      date: null,
    },
  },
  'forward-gmail': { text: 'FYI' },
  'file-names': {},
  'spoofed-from': {
    from: { name: 'ceo@firma.dk <ceo@firma.dk>', address: 'eve@evil.example' },
    to: [{ name: 'salg@firma.dk, ceo@firma.dk', address: 'salg@firma.dk' }],
    cc: [{ name: 'a@b.example,', address: 'c@d.example' }],
    subject: 'Betal gnp.',
  },
  'latin1-undeclared': { subject: 'Blåbær', text: 'Rødgrød med fløde.' },
  'boundary-never-opened': {},
  'no-header': { from: { name: '', address: '' }, subject: '', text: 'Hej\n\nKan I hjælpe med ordre 7?' },
  'no-empty-line': {
    from: { name: 'Bo Hansen', address: 'bo@kunde.example' },
    subject: 'Ordre 8',
    text: 'Hvor er min ordre?\nNummer: 8\n\nHilsen Bo',
  },
  'header-broken-over': { from: { name: 'Bo Hansen', address: 'bo@kunde.example' }, rfcMessageId: '<broken-line@kunde.example>', text: 'Ordene.' },
  'carriage-returns': { text: 'First line.\nSecond line.' },
  'mail-in-mail': { text: 'See the attached mail.' },
  'inline-image': { text: 'Look:' },
  nobody: { from: { name: '', address: '' }, date: null, rfcMessageId: null, references: ['<a@b>', '<c@d>'], text: 'Who am I?' },
  'html-hostile': {},
};

it('every mail in the folder is expected something of, and every expectation has its mail', () => {
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.eml') ? [file.slice(0, -4)] : []));
  expect(names.sort()).toEqual(Object.keys(expected).sort());
});

for (const [name, what] of Object.entries(expected)) {
  it(`${name}: is read as expected and becomes a message`, async () => {
    const mail = await read(name);
    expect(mail).toMatchObject(what);
    expect(await pipeline.receive(mail, Pipeline.emptyInbox())).toMatchObject({ id: mail.ids.messageId, text: expect.any(String) });
  });
}

it('CHN-5 a forward by Gmail is read to its last field', async () => {
  const { forward } = await read('forward-gmail');
  expect(forward).toMatchObject({
    from: { name: 'Bo Hansen', address: 'bo@kunde.example' },
    to: [{ name: 'Mette', address: 'mette@firma.dk' }],
    subject: 'Complaint',
    text: 'The chair is broken.',
  });
});

it('S34 no file name leaves its folder, hides its kind or names a device', async () => {
  const { attachments } = await read('file-names');
  const names = attachments.map(({ name }) => name);
  expect(names.slice(0, 5)).toEqual(['passwd', 'cmd.exe', '_con.txt', 'faktura fdp.exe', `a${'x'.repeat(195)}.pdf`]);
  expect(names.slice(6)).toEqual(['attachment-7.bin', 'htaccess', 'Rødgrød.pdf', 'evil.jpg .exe']);
  for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>|\0\u202e]{1,200}$/);
});

it('S36 an image in place knows its Content-ID, the HTML is kept as it came', async () => {
  const { attachments, html } = await read('inline-image');
  expect(attachments).toMatchObject([{ name: 'pic.png', contentId: 'pic@kunde', inline: true, type: 'image/png' }]);
  expect(html).toContain('cid:pic@kunde');
});

it("a mail inside a mail is a file, its words are not its sender's", async () => {
  const { attachments, text } = await read('mail-in-mail');
  expect(attachments).toMatchObject([{ name: 'original.eml', type: 'message/rfc822' }]);
  expect(text).not.toContain('Inner words');
});

it('no body is lost in a mail whose boundary is never opened', async () => {
  expect((await read('boundary-never-opened')).text).toContain('The words are here all the same.');
});

it('text of hostile HTML is what a reader would see', async () => {
  const { text } = await read('html-hostile');
  expect(text).toContain('Read me');
  expect(text).not.toMatch(/steal|color:red|alert/);
});

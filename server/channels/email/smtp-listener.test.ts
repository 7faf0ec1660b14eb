import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { channelRow, id, workspaceId } from '../../../tests/support/rows';
import { SmtpTalker } from '../../../tests/support/smtp-talker';
import type { AcceptedMail } from './accept-mail';
import { readCertificate } from './certificate';
import { type SmtpListener, startSmtpListener } from './smtp-listener';

const channels = [channelRow(30, 10, 'salg@firma.dk'), channelRow(31, 11, 'support@firma.dk'), channelRow(32, 12, 'søren@firma.dk')];
let listener: SmtpListener;
let accepted: AcceptedMail[] = [];
let bounced: string[] = [];
let reported: unknown[] = [];
let failing = false;

beforeAll(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'samtale-smtp-'));
  listener = await startSmtpListener(
    {
      hostName: 'hub.example',
      certificate: await readCertificate({ dataFolder, hostName: 'hub.example' }),
      findMailChannel: async (address) => {
        const channel = channels.find((one) => one.address === address.toLowerCase());
        return channel && { channel, workspaceId };
      },
      accept: async (mail) => {
        if (failing) throw new Error('the disk is full');
        accepted.push(mail);
      },
      noticeOfBounce: (address) => (address === 'notices+bounce@firma.dk' ? id(700) : null),
      takeBounce: async (noticeId) => void bounced.push(noticeId),
      report: (fault) => reported.push(fault),
      limits: { silence: 700 },
    },
    { port: 0, address: '127.0.0.1' },
  );
});
afterAll(() => listener.close());
beforeEach(() => {
  accepted = [];
  bounced = [];
  reported = [];
  failing = false;
});

const letter = (subject: string) => `From: Bo <bo@kunde.dk>\r\nTo: salg@firma.dk\r\nSubject: ${subject}\r\n\r\nHej`;
const textOf = (mail: AcceptedMail | undefined) => Buffer.from(mail?.raw ?? []).toString('utf8');

/** The mail after the bad one goes through as if nothing had been. */
async function nextMailIsUnharmed() {
  const before = accepted.length;
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  expect(await talker.data(letter('The next one'))).toMatch(/^250 /);
  expect(await talker.say('QUIT')).toMatch(/^221/);
  expect(accepted.length).toBe(before + 1);
  expect(textOf(accepted.at(-1))).toContain('Subject: The next one');
}

it('INB-3 takes a mail for a channel of ours, byte for byte, with its envelope', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  expect(await talker.data(`${letter('Tilbud')}\r\n..dots\r\n.. and more`)).toMatch(/^250 /);
  expect(accepted).toHaveLength(1);
  expect(accepted[0]?.envelopeFrom).toBe('bo@kunde.dk');
  expect(accepted[0]?.recipients.map(({ channel }) => channel.id)).toEqual([id(30)]);
  expect(textOf(accepted[0])).toBe(`${letter('Tilbud')}\r\n.dots\r\n. and more\r\n`);
  await talker.hangUp();
});

it('takes mail with a reply token or any other detail behind a plus', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  expect(await talker.begin('bo@kunde.dk', 'salg+c-abc234@firma.dk', 'Support+Faktura@Firma.dk')).toMatch(/^250 /);
  await talker.data(letter('Svar'));
  expect(accepted[0]?.recipients.map(({ address, channel }) => [address, channel.id])).toEqual([
    ['salg+c-abc234@firma.dk', id(30)],
    ['Support+Faktura@Firma.dk', id(31)],
  ]);
  await talker.hangUp();
});

it('never relays: an unknown recipient is refused in words, a known one beside it is served', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  expect(await talker.begin('bo@kunde.dk', 'nobody@firma.dk')).toMatch(/^550 .*only for its own inboxes/);
  expect(await talker.say('RCPT TO:<ceo@elsewhere.example>')).toMatch(/^550 /);
  expect(await talker.say('RCPT TO:<salg%elsewhere.example@hub.example>')).toMatch(/^550 /);
  expect(await talker.say('DATA')).toMatch(/^503 /);
  expect(await talker.say('RCPT TO:<salg@firma.dk>')).toMatch(/^250 /);
  expect(await talker.data(letter('Kun til os'))).toMatch(/^250 /);
  expect(accepted[0]?.recipients).toHaveLength(1);
  expect(await talker.say('AUTH PLAIN AGJvAHNlY3JldA==')).toMatch(/^50\d /);
  await talker.hangUp();
  await nextMailIsUnharmed();
});

it('takes a bounce: an empty sender', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  expect(await talker.begin('', 'salg@firma.dk')).toMatch(/^250 /);
  expect(await talker.data(letter('Undelivered'))).toMatch(/^250 /);
  expect(accepted[0]?.envelopeFrom).toBe('');
  await talker.hangUp();
});

it('S31 refuses 41 MB: at once when announced, at the end when not', async () => {
  const announced = await SmtpTalker.connect(listener.port);
  await announced.reply();
  expect(await announced.say('EHLO client.example')).toMatch(/SIZE 41943040/);
  expect(await announced.say(`MAIL FROM:<bo@kunde.dk> SIZE=${41 * 1024 * 1024}`)).toMatch(/^552 /);
  await announced.hangUp();

  const silent = await SmtpTalker.connect(listener.port);
  await silent.begin('bo@kunde.dk', 'salg@firma.dk');
  await silent.say('DATA');
  const megabyte = Buffer.alloc(1024 * 1024, 'x'.repeat(76).concat('\r\n'));
  for (let i = 0; i < 41; i += 1) await silent.write(megabyte);
  await silent.write('\r\n.\r\n');
  expect(await silent.reply()).toMatch(/^552 /);
  expect(accepted).toHaveLength(0);
  await silent.hangUp();
  await nextMailIsUnharmed();
});

it('takes SMTPUTF8 addresses of both sides', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.reply();
  expect(await talker.say('EHLO client.example')).toMatch(/SMTPUTF8/);
  expect(await talker.say('MAIL FROM:<østen@bjørn.example> SMTPUTF8 BODY=8BITMIME')).toMatch(/^250 /);
  expect(await talker.say('RCPT TO:<søren@firma.dk>')).toMatch(/^250 /);
  expect(await talker.data('From: østen@bjørn.example\r\nSubject: Blåbær\r\n\r\nRødgrød')).toMatch(/^250 /);
  expect(accepted[0]?.envelopeFrom).toBe('østen@bjørn.example');
  expect(accepted[0]?.recipients[0]?.channel.id).toBe(id(32));
  expect(textOf(accepted[0])).toContain('Subject: Blåbær');
  await talker.hangUp();
});

it('bare LF ends neither the data nor a command in it: smuggled mail stays text of the one mail', async () => {
  const smuggled = '\nMAIL FROM:<ceo@firma.dk>\r\nRCPT TO:<salg@firma.dk>\r\nDATA\r\nFrom: ceo@firma.dk\r\n\r\nPay now';
  for (const ending of ['\n.\n', '\n.\r\n', '\r\n.\n', '\r.\r', '\r\n\0.\r\n']) {
    const talker = await SmtpTalker.connect(listener.port);
    await talker.begin('bo@kunde.dk', 'salg@firma.dk');
    await talker.say('DATA');
    await talker.write(`${letter('Harmless')}${ending}`);
    await talker.write(smuggled.slice(1));
    await talker.write('\r\n.\r\n');
    expect(await talker.reply(), JSON.stringify(ending)).toMatch(/^250 /);
    expect(await talker.say('NOOP')).toMatch(/^250 /);
    await talker.hangUp();
  }
  expect(accepted).toHaveLength(5);
  expect(accepted.every((mail) => mail.envelopeFrom === 'bo@kunde.dk' && textOf(mail).includes('Pay now'))).toBe(true);
  await nextMailIsUnharmed();
});

it('500 recipients: the first hundred are taken, the others told to come again', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk');
  const answers: string[] = [];
  for (let i = 0; i < 500; i += 1) answers.push(await talker.say(`RCPT TO:<salg+${i}@firma.dk>`));
  expect(answers.slice(0, 100).every((answer) => answer.startsWith('250'))).toBe(true);
  expect(answers.slice(100).every((answer) => answer.startsWith('452'))).toBe(true);
  expect(await talker.data(letter('Til mange'))).toMatch(/^250 /);
  expect(accepted[0]?.recipients).toHaveLength(100);
  await talker.hangUp();
  await nextMailIsUnharmed();
});

it('stalled data: told so and closed, nothing kept', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  expect(await talker.say('DATA')).toMatch(/^354 /);
  await talker.write('Subject: half a ma');
  expect(await talker.reply()).toMatch(/^421 /);
  expect(await talker.reply()).toBe('');
  expect(accepted).toHaveLength(0);
  await nextMailIsUnharmed();
});

it('a client that hangs up in the middle of its data has sent nothing', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  await talker.say('DATA');
  await talker.write(letter('Cut off'));
  await talker.hangUp();
  await nextMailIsUnharmed();
  expect(accepted).toHaveLength(1);
});

it('early talker: told off before the greeting', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.write('EHLO spammer.example\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<salg@firma.dk>\r\nDATA\r\n');
  expect(await talker.reply()).toMatch(/^421 /);
  expect(accepted).toHaveLength(0);
  await talker.hangUp();
  await nextMailIsUnharmed();
});

it('nonsense and endless lines are answered, then shut out', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.reply();
  expect(await talker.say('GET / HTTP/1.1')).toMatch(/^(421|5\d\d) /);
  await talker.hangUp();
  const long = await SmtpTalker.connect(listener.port);
  await long.reply();
  await long.write('x'.repeat(100_000));
  expect(await long.reply()).toMatch(/^(421|5\d\d) |^$/);
  await long.hangUp();
  await nextMailIsUnharmed();
});

it('S28 a mail that goes in a circle is refused', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  expect(await talker.data(`${'Received: from a by b; Sat, 21 Nov 2026 10:00:00 +0000\r\n'.repeat(51)}${letter('Round and round')}`)).toMatch(
    /^554 /,
  );
  expect(accepted).toHaveLength(0);
  await talker.hangUp();
});

it('our own trouble is ours: 451, the sender keeps the mail and comes back', async () => {
  failing = true;
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('bo@kunde.dk', 'salg@firma.dk');
  expect(await talker.data(letter('Full disk'))).toMatch(/^451 /);
  expect(reported.map(String)).toEqual(['Error: the disk is full']);
  failing = false;
  await talker.hangUp();
  await nextMailIsUnharmed();
});

it('STARTTLS with a certificate of its own, and a real client through it', async () => {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: listener.port, requireTLS: true, tls: { rejectUnauthorized: false } });
  const sent = await transport.sendMail({ from: 'Bo <bo@kunde.dk>', to: 'salg@firma.dk', subject: 'Krypteret', text: 'Hej' });
  expect(sent.response).toMatch(/^250 /);
  expect(textOf(accepted[0])).toContain('Subject: Krypteret');

  // Plain text injected before the handshake must not be taken for a command after it (CVE-2011-0411).
  const socket = connect(listener.port, '127.0.0.1');
  const heard = (expected: RegExp) =>
    new Promise<void>((resolve) => {
      let text = '';
      const listen = (chunk: Buffer) => {
        text += chunk.toString();
        if (!expected.test(text)) return;
        socket.off('data', listen);
        resolve();
      };
      socket.on('data', listen);
    });
  await heard(/^220 /m);
  socket.write('EHLO client.example\r\n');
  await heard(/^250 /m);
  socket.write('STARTTLS\r\nMAIL FROM:<injected@evil.example>\r\n');
  await heard(/^220 /m);
  const secure = connectTls({ socket, rejectUnauthorized: false });
  const answer = await new Promise<string>((resolve) => {
    secure.once('secureConnect', () => secure.write('RCPT TO:<salg@firma.dk>\r\n'));
    secure.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    secure.once('error', (fault) => resolve(`closed: ${fault.message}`));
    secure.once('close', () => resolve('closed'));
  });
  expect(answer).toMatch(/^(503|closed)/);
  secure.destroy();
});

it('NTF-2 a report about a notice is taken without a sender only, and is no mail of an inbox', async () => {
  const talker = await SmtpTalker.connect(listener.port);
  await talker.begin('', 'notices+bounce@firma.dk');
  expect(await talker.data(letter('Undelivered'))).toMatch(/^250 /);
  expect(await talker.say('MAIL FROM:<bo@kunde.dk>')).toMatch(/^250 /);
  expect(await talker.say('RCPT TO:<notices+bounce@firma.dk>')).toMatch(/^550 /);
  await talker.hangUp();
  expect([bounced, accepted]).toEqual([[id(700)], []]);
});

import { createHmac } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Conversation } from '../../../domain/model/conversation';
import type { Message } from '../../../domain/model/message';
import { freshPGlite } from '../../../tests/support/pglite-snapshot';
import { agentRow, channelRow, id, inboxRow, memberRow, workspaceId, write } from '../../../tests/support/rows';
import { SmtpTalker } from '../../../tests/support/smtp-talker';
import { replyAddress } from '../../../utils/mail/reply-token';
import type { HubDatabase } from '../../db/database';
import { DrizzleHubStore } from '../../db/drizzle-hub-store';
import { rowsOf } from '../../db/rows-of';
import { FileFolder } from '../../files/file-folder';
import { HubFiles } from '../../files/hub-files';
import { IncomingQueue } from './incoming-queue';
import { type MailIn, type MailInHost, startMailIn } from './mail-in';

const sign = (text: string) => createHmac('sha256', 'test key').update(text).digest();
let database: HubDatabase;
let host: MailInHost;
let mailIn: MailIn;
const problems: string[] = [];

beforeAll(async () => {
  database = await freshPGlite();
  const dataFolder = mkdtempSync(join(tmpdir(), 'samtale-mail-in-'));
  const store = new DrizzleHubStore(database.db, () => 'epoch');
  await store.transaction('all', (transaction) =>
    transaction.commit([
      write('workspaces', { id: workspaceId, space: `workspace:${workspaceId}`, name: 'Havnegaard' }),
      write('agents', agentRow(2)),
      ...[10, 11].map((n) => write('inboxes', inboxRow(n))),
      write('members', memberRow(20, 10, 2)),
      write('channels', channelRow(30, 10, 'salg@firma.dk')),
      write('channels', channelRow(31, 11, 'support@firma.dk')),
      write('channels', channelRow(33, 10, 'tilbud@firma.dk')),
    ]),
  );
  host = {
    db: database.db,
    alone: true,
    store,
    files: new HubFiles(database.db, new FileFolder(join(dataFolder, 'files'))),
    sign,
    now: Date.now,
    report: (problem) => problems.push(problem),
    hostName: 'hub.example',
    noticeBounces: { noticeOfBounce: () => null, takeBounce: async () => undefined },
    dataFolder,
  };
  mailIn = await startMailIn(host, { port: 0, address: '127.0.0.1' });
});
afterAll(async () => {
  await mailIn.close();
  await database.close();
});

async function deliver(mail: string | Uint8Array, { from = 'bo@kunde.dk', to = ['salg@firma.dk'] } = {}) {
  const talker = await SmtpTalker.connect(mailIn.port);
  await talker.begin(from, ...to);
  const answer = await talker.data(mail);
  await talker.hangUp();
  await mailIn.settled();
  return answer;
}
const lines = (...all: string[]) => all.join('\r\n');
const docs = async <T>(table: string, where = 'true') =>
  (await rowsOf<{ doc: T }>(database.db, sql.raw(`select doc from ${table} where ${where}`))).map(({ doc }) => doc);
const messageNamed = async (subject: string) => docs<Message>('messages', `doc->>'subject' = '${subject}'`);
const conversationOf = async (message: Message | undefined) => (await docs<Conversation>('conversations', `id = '${message?.conversationId}'`))[0];

it('CHN-6 a mail by SMTP becomes a conversation, its sender a contact, its file an attachment by hash', async () => {
  const answer = await deliver(
    lines(
      'From: =?utf-8?q?S=C3=B8ren_Kj=C3=A6r?= <soren@kunde.dk>',
      'To: salg@firma.dk',
      'Subject: =?utf-8?b?UsO4ZGdyw7hk?=',
      'Message-ID: <first@kunde.dk>',
      'Date: Sat, 21 Nov 2026 10:00:00 +0100',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Hej, kan I levere fredag?',
      '',
      'Den fre. 20. nov. 2026 kl. 09.12 skrev Salg <salg@firma.dk>:',
      '> Vi har den paa lager.',
      '--b',
      'Content-Type: application/pdf; name="../../etc/ordre.pdf"',
      'Content-Disposition: attachment; filename="../../etc/ordre.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0xLjQ=',
      '--b--',
    ),
    { from: 'soren@kunde.dk' },
  );
  expect(answer).toMatch(/^250 /);
  const [message, ...more] = await messageNamed('Rødgrød');
  expect(more).toEqual([]);
  expect(message).toMatchObject({
    text: 'Hej, kan I levere fredag?',
    rfcMessageId: '<first@kunde.dk>',
    author: { kind: 'contact', name: 'Søren Kjær', address: 'soren@kunde.dk' },
  });
  expect(message?.quotedText).toContain('> Vi har den paa lager.');
  const [file] = message?.attachments ?? [];
  expect(file?.name).toBe('ordre.pdf');
  expect(Buffer.from((await host.files.find(file?.hash ?? '')) ?? []).toString()).toBe('%PDF-1.4');
  expect(await host.files.find(message?.rawHash ?? '')).toBeDefined();
  const conversation = await conversationOf(message);
  expect(conversation).toMatchObject({ status: 'open', inboxId: id(10), contactName: 'Søren Kjær' });
  expect(conversation?.contactId).not.toBeNull();
});

it('X8 the same mail twice is one message', async () => {
  const mail = lines('From: bo@kunde.dk', 'Subject: Twice', 'Message-ID: <twice@kunde.dk>', 'Date: Sat, 21 Nov 2026 10:00:00 +0100', '', 'Hej');
  await deliver(mail);
  await deliver(mail);
  expect(await messageNamed('Twice')).toHaveLength(1);
});

it('X8 a mail is kept byte for byte as it came, without a line of ours: again, and without Message-ID, it is the same mail', async () => {
  const mail = lines(
    'Received: from one.example by two.example; Sat, 21 Nov 2026 10:00:00 +0100',
    'From: bo@kunde.dk',
    'Subject: As it came',
    '',
    'Hej',
  );
  await deliver(mail);
  await deliver(mail);
  const [message, ...more] = await messageNamed('As it came');
  expect(more).toEqual([]);
  // The line end before the dot that ends the data is the mail's own (RFC 5321 4.1.1.4).
  expect(Buffer.from((await host.files.find(message?.rawHash ?? '')) ?? []).toString()).toBe(`${mail}\r\n`);
});

it('D22 one conversation per inbox it is addressed to, one only where two addresses share an inbox', async () => {
  await deliver(
    lines(
      'From: bo@kunde.dk',
      'To: salg@firma.dk, tilbud@firma.dk, support@firma.dk',
      'Subject: To everyone',
      'Message-ID: <all@kunde.dk>',
      '',
      'Hej',
    ),
    {
      to: ['salg@firma.dk', 'tilbud@firma.dk', 'support@firma.dk'],
    },
  );
  const messages = await messageNamed('To everyone');
  expect(messages.map(({ space }) => space).sort()).toEqual([`inbox:${id(10)}`, `inbox:${id(11)}`]);
});

it('S24 a signed reply token finds its conversation without References; a forged one or another address finds none', async () => {
  await deliver(lines('From: bo@kunde.dk', 'Subject: Token begins', 'Message-ID: <token@kunde.dk>', '', 'Hej'));
  const [first] = await messageNamed('Token begins');
  const address = replyAddress('salg@firma.dk', first?.conversationId ?? '', sign) ?? '';
  await deliver(lines('From: bo@kunde.dk', `To: ${address}`, 'Subject: Token answers', '', 'Ja tak'), { to: [address.toUpperCase()] });
  const [answer] = await messageNamed('Token answers');
  expect(answer?.conversationId).toBe(first?.conversationId);

  const forged = replyAddress('salg@firma.dk', first?.conversationId ?? '', (text) => createHmac('sha256', 'guess').update(text).digest()) ?? '';
  await deliver(lines('From: eve@evil.example', 'Subject: Token forged', '', 'Hej'), { to: [forged], from: 'eve@evil.example' });
  expect((await messageNamed('Token forged'))[0]?.conversationId).not.toBe(first?.conversationId);

  await deliver(lines('From: eve@evil.example', 'Subject: Token moved', '', 'Hej'), {
    to: [address.replace('salg', 'support')],
    from: 'eve@evil.example',
  });
  expect((await messageNamed('Token moved'))[0]?.conversationId).not.toBe(first?.conversationId);
});

it('S31 S32 a mail that breaks the limits is shown as unreadable with its raw file, and the next is read', async () => {
  const nested = Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('');
  const deep = `From: bo@kunde.dk\r\nSubject: Deep\r\nMIME-Version: 1.0\r\n${nested}Content-Type: text/plain\r\n\r\nHej`;
  const many = `From: bo@kunde.dk\r\nSubject: Many\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(10_000)}--b--`;
  expect(await deliver(deep)).toMatch(/^250 /);
  expect(await deliver(many)).toMatch(/^250 /);
  expect(await deliver(lines('From: bo@kunde.dk', 'Subject: After the bad ones', '', 'Hej'))).toMatch(/^250 /);

  const unreadable = await docs<Message>('messages', `doc->>'unreadable' is not null`);
  expect(unreadable.map((message) => message.unreadable).sort()).toEqual(['too-deep', 'too-many-parts']);
  for (const message of unreadable) {
    expect(message.attachments).toMatchObject([{ name: 'message.eml', type: 'message/rfc822', hash: message.rawHash }]);
    const raw = Buffer.from((await host.files.find(message.rawHash ?? '')) ?? []);
    expect(raw.toString().replace(/\r\n$/, '')).toBe(message.unreadable === 'too-deep' ? deep : many);
  }
  expect(await messageNamed('After the bad ones')).toHaveLength(1);
});

it('F7 a hub that dies after its 250 takes the mail in when it comes back', async () => {
  await mailIn.close();
  const raw = Buffer.from(lines('From: bo@kunde.dk', 'Subject: Survived', 'Message-ID: <survived@kunde.dk>', '', 'Hej'));
  // What accepting leaves behind when the process is killed before it reads: the file and the row.
  const { acceptMail } = await import('./accept-mail');
  const recipients = [{ address: 'salg@firma.dk', channel: channelRow(30, 10, 'salg@firma.dk'), workspaceId }];
  const queue = new IncomingQueue(database.db);
  await acceptMail({ raw, envelopeFrom: 'bo@kunde.dk', recipients }, { files: host.files, queue, now: Date.now });
  mailIn = await startMailIn(host, { port: 0, address: '127.0.0.1' });
  await mailIn.settled();
  expect(await messageNamed('Survived')).toHaveLength(1);
});

it('S32 a mail whose row names a file that is gone is tried and put aside, never in the way of the next', async () => {
  const queue = new IncomingQueue(database.db);
  await queue.add([lost]);
  await deliver(lines('From: bo@kunde.dk', 'Subject: Behind the lost one', '', 'Hej'));
  expect(await messageNamed('Behind the lost one')).toHaveLength(1);
  const [row] = await rowsOf<{ state: string; problem: string }>(database.db, sql`select state, problem from incoming_mails where id = ${lost.id}`);
  expect(row).toMatchObject({ state: 'waiting' });
  expect(row?.problem).toContain('missing from the file store');
  expect(problems.some((problem) => problem.includes(lost.id) && problem.includes('missing'))).toBe(true);
});

const lost = {
  id: id(900),
  channelId: id(30),
  workspaceId,
  rawHash: '0'.repeat(64),
  rawSize: 1,
  envelopeFrom: '',
  envelopeTo: 'salg@firma.dk',
  receivedAt: 1,
  rfcMessageId: null,
  refersTo: [],
  ids: { conversationId: id(901), messageId: id(902), contactId: id(903), eventId: id(904) },
  state: 'waiting' as const,
  tries: 0,
  dueAt: 0,
  problem: null,
};

import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { FakeImapServer } from '../../../../tests/support/fake-imap-server';
import { certificateFor } from '../../../../tests/support/private-dovecot';
import { SubmissionServer } from '../../../../tests/support/submission-server';
import type { MailboxWatch } from './mailbox-watch';
import { testMailbox } from './test-mailbox';

let hub: MailboxHub;
let server: FakeImapServer;
let watch: MailboxWatch | undefined;
let made = 0;
beforeAll(async () => {
  hub = await MailboxHub.start();
});
beforeEach(async () => {
  server = await FakeImapServer.start();
});
afterEach(async () => {
  await watch?.close();
  watch = undefined;
  await hub.forgetMailboxes();
  await server.close();
});
afterAll(() => hub.stop());

const settings = (security: 'none' | 'starttls' | 'tls' = 'none'): MailboxSettings => ({
  imap: { host: '127.0.0.1', port: server.port, security },
  smtp: { host: '127.0.0.1', port: 1, security: 'none' },
  user: 'post@firma.dk',
});
const patience = { connectionTimeout: 2000, greetingTimeout: 300, socketTimeout: 500 };
const test = (security?: 'none' | 'starttls' | 'tls') => testMailbox(settings(security), 'hemmelig', { hostName: 'hub.example', patience });
const connected = async () => {
  made += 1;
  watch = await hub.watch({ policy: { patience } });
  return hub.connect(`hostile${made}@firma.dk`, settings(), 'hemmelig');
};
/** One mail lies there, and is fetched as `source` says. */
const holdingOne = (source: (line: string) => string[] | 'drop' | 'silence' | undefined) => {
  server.answers.EXAMINE = () => ['* FLAGS ()', '* 1 EXISTS', '* OK [UIDVALIDITY 7] ok', '* OK [UIDNEXT 6] ok', '{tag} OK [READ-ONLY] done'];
  server.answers['UID SEARCH'] = (line) => [/UID 6:/.test(line) ? '* SEARCH' : '* SEARCH 5', '{tag} OK done'];
  server.answers['UID FETCH'] = (line) => (/BODY/.test(line) ? source(line) : listing);
};
const listing = ['* 1 FETCH (UID 5 INTERNALDATE "21-Nov-2026 10:00:00 +0000" RFC822.SIZE 30)', '{tag} OK done'];
const literal = (text: string) => [`* 1 FETCH (UID 5 BODY[]<0> {${text.length}}`, `${text})`, '{tag} OK done'];

it('S53 a literal larger than any mail ends the connection before a byte of it is kept', async () => {
  holdingOne(() => ['* 1 FETCH (UID 5 BODY[]<0> {9999999999}', 'x'.repeat(1000)]);
  const channelId = await connected();
  await hub.hasStanding(channelId, 'failing');
  expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'hostile-server', server: 'imap' } });
  expect(await hub.messages(channelId)).toEqual([]);
});

it('S53 a server that lies about a size is not believed: the mail it sends is taken as it is', async () => {
  holdingOne(() => literal('From: bo@kunde.dk\r\nSubject: Longer than it said\r\n\r\nHej med dig\r\n'));
  const channelId = await connected();
  await hub.hasMessages(channelId, 1);
  expect(await hub.subjects(channelId)).toEqual(['Longer than it said']);
});

it('S31 a mail over the limit is asked for in part, shown as too large with its sender, and the next comes in', async () => {
  const head = 'From: bo@kunde.dk\r\nSubject: Huge\r\n\r\n'.padEnd(256 * 1024, 'x');
  const asked: string[] = [];
  holdingOne((line) => {
    asked.push(line);
    const envelope = 'ENVELOPE (NIL "Huge" ((NIL NIL "bo" "kunde.dk")) NIL NIL NIL NIL NIL NIL NIL)';
    return [`* 1 FETCH (UID 5 ${envelope} BODY[]<0> {${head.length}}`, `${head})`, '{tag} OK done'];
  });
  server.answers['UID FETCH'] = ((usual) => (line: string) => {
    if (/BODY/.test(line)) return usual?.(line);
    return ['* 1 FETCH (UID 5 INTERNALDATE "21-Nov-2026 10:00:00 +0000" RFC822.SIZE 90000000)', '{tag} OK done'];
  })(server.answers['UID FETCH']);
  const channelId = await connected();
  await hub.hasMessages(channelId, 1);
  expect(asked[0]).toMatch(/BODY.PEEK\[\]<0\.262144>/);
  const [message] = await hub.messages(channelId);
  expect(message).toMatchObject({ unreadable: 'too-large', author: { address: 'bo@kunde.dk' } });
});

it('CHN-2 a line cut in the middle of a mail: the mail comes in whole with the next one, once', async () => {
  let cuts = 0;
  const text = 'From: bo@kunde.dk\r\nSubject: Whole\r\nMessage-ID: <whole@k>\r\n\r\nHej\r\n';
  holdingOne(() => {
    cuts += 1;
    return cuts <= 2 ? 'drop' : literal(text);
  });
  const channelId = await connected();
  await hub.hasMessages(channelId, 1);
  expect(await hub.subjects(channelId)).toEqual(['Whole']);
  expect(cuts).toBe(3);
});

it('CHN-2 a server that falls silent in the middle is given up, told of, and tried again', async () => {
  holdingOne(() => 'silence');
  const channelId = await connected();
  await hub.hasStanding(channelId, 'failing');
  expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'too-slow' } });
  holdingOne(() => literal('From: bo@kunde.dk\r\nSubject: Awake\r\n\r\nHej\r\n'));
  await hub.hasMessages(channelId, 1);
  await hub.hasStanding(channelId, 'working');
});

it('I12 a hub that cannot keep what it fetched says that it is itself, says why in its log, and has the mail when it can again', async () => {
  holdingOne(() => literal('From: bo@kunde.dk\r\nSubject: Kept after all\r\n\r\nHej\r\n'));
  let full = true;
  const files = Object.assign(Object.create(hub.files) as typeof hub.files, {
    putAll: async (...given: Parameters<typeof hub.files.putAll>) => {
      if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      return hub.files.putAll(...given);
    },
  });
  made += 1;
  watch = await hub.watch({ policy: { patience }, files });
  const channelId = await hub.connect(`hostile${made}@firma.dk`, settings(), 'hemmelig');
  await hub.hasStanding(channelId, 'failing');
  expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'hub-fault', server: 'imap', words: '' } });
  expect(hub.problems.join('\n')).toMatch(/hub-fault Error: ENOSPC: no space left on device, write\n\s+at /);
  full = false;
  await hub.hasMessages(channelId, 1);
  await hub.hasStanding(channelId, 'working');
});

it('CHN-2 a server that refuses to tell what is new is told of in its words, and never passes for one with no mail', async () => {
  const refusals = { NO: 'Index is corrupted', BAD: 'Unknown search key' };
  for (const [status, words] of Object.entries(refusals)) {
    server.answers['UID SEARCH'] = () => [`{tag} ${status} ${words}`];
    const channelId = await connected();
    await hub.hasStanding(channelId, 'failing');
    expect((await hub.channel(channelId)).mailbox?.standing).toMatchObject({ problem: { code: 'server-refused', server: 'imap', words } });
    await watch?.close();
    await hub.forgetMailboxes();
  }
  server.answers['UID SEARCH'] = () => 'drop';
  const channelId = await connected();
  await hub.hasStanding(channelId, 'failing');
  holdingOne(() => literal('From: bo@kunde.dk\r\nSubject: After all\r\n\r\nHej\r\n'));
  await hub.hasMessages(channelId, 1);
  await hub.hasStanding(channelId, 'working');
});

it('S53 STARTTLS that was taken out of the offer: no password is sent', async () => {
  expect((await test('starttls')).imap).toMatchObject({ code: 'no-encryption' });
  expect(server.commands.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE|hemmelig/i);
});

it('S53 words slipped in before the encryption begins end it', async () => {
  server.greeting = ['* OK [CAPABILITY IMAP4rev1 STARTTLS] ready'];
  server.answers.STARTTLS = () => ['{tag} OK begin', '* CAPABILITY IMAP4rev1 AUTH=PLAIN', '* OK injected'];
  expect((await test('starttls')).imap).toMatchObject({ code: 'hostile-server' });
  expect(server.commands.join('\n')).not.toMatch(/LOGIN|AUTHENTICATE|hemmelig/i);
});

it('CHN-2 every refusal is told in the server’s words, with what it means', async () => {
  const said = async (line: string) => {
    server.answers.LOGIN = () => [`{tag} ${line}`];
    return (await test()).imap;
  };
  expect(await said('NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)')).toEqual({
    code: 'sign-in-refused',
    server: 'imap',
    words: 'Invalid credentials (Failure)',
  });
  expect(await said('NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833')).toMatchObject({
    code: 'app-password-needed',
  });
  expect(await said('NO [ALERT] Too many simultaneous connections. (Failure)')).toMatchObject({ code: 'too-many-connections' });
  expect(await said('NO AUTHENTICATE failed. Basic authentication is disabled.')).toMatchObject({ code: 'passwords-not-taken' });
});

it('S19 what is no mail server is told as that, and what it says is not repeated', async () => {
  server.greeting = ['-ERR redis: unknown command, secret of an inner service'];
  const { imap } = await test();
  expect(imap).toEqual({ code: 'not-a-mail-server', server: 'imap', words: '' });
  // The port of the other half: SMTP speaks first too, and then waits.
  server.greeting = ['220 smtp.firma.dk ESMTP'];
  expect((await test()).imap).toEqual({ code: 'not-a-mail-server', server: 'imap', words: '' });
  server.greeting = 'silence';
  expect((await test()).imap).toMatchObject({ code: 'too-slow', words: '' });
  expect((await test('tls')).imap?.code).toMatch(/too-slow|nobody-answers|no-encryption/);
});

it('S32 a mail that makes its reader fall over does not hold up the mailbox', async () => {
  holdingOne(() => literal(`From: bo@kunde.dk\r\nSubject: Deep\r\n${nested(80)}`));
  const channelId = await connected();
  await hub.hasMessages(channelId, 1);
  expect((await hub.messages(channelId))[0]?.unreadable).toBe('too-deep');
  await until(async () => (await hub.mailboxes.foldersOf(channelId)).some(({ lastUid }) => lastUid === 5), 'the UID to go on');
});
const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('') +
  'Content-Type: text/plain\r\n\r\nx\r\n';

it('CHN-2 the SMTP side is told apart: sign-in refused, a certificate nobody trusts, no encryption', async () => {
  const certificate = await certificateFor('localhost');
  const smtp = await SubmissionServer.start({ secure: false, ...certificate });
  const plain = await SubmissionServer.start({ secure: false, ...certificate, offersTls: false });
  const at = (port: number): MailboxSettings => ({ ...settings(), smtp: { host: 'localhost', port, security: 'starttls' } });
  const found = async (port: number, password: string, ca?: string) =>
    (await testMailbox(at(port), password, { hostName: 'hub.example', patience, ca })).smtp;
  expect(await found(smtp.port, 'secret', certificate.cert)).toBeNull();
  smtp.refusal = { code: 535, words: '5.7.8 Username and Password not accepted' };
  expect(await found(smtp.port, 'wrong', certificate.cert)).toEqual({
    code: 'sign-in-refused',
    server: 'smtp',
    words: '535 5.7.8 Username and Password not accepted',
  });
  smtp.refusal = { code: 534, words: '5.7.9 Application-specific password required' };
  expect(await found(smtp.port, 'secret', certificate.cert)).toMatchObject({ code: 'app-password-needed' });
  expect(await found(smtp.port, 'secret')).toMatchObject({ code: 'bad-certificate', server: 'smtp' });
  expect(await found(plain.port, 'secret', certificate.cert)).toMatchObject({ code: 'no-encryption' });
  await Promise.all([smtp.close(), plain.close()]);
  expect(await found(1, 'secret')).toMatchObject({ code: 'nobody-answers' });
});

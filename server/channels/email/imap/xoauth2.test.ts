import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '../../../../domain/model/ids';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { until } from '../../../../tests/server/until';
import { FakeGoogle } from '../../../../tests/support/fake-google';
import { FakeImapServer } from '../../../../tests/support/fake-imap-server';
import { fetchFrom } from '../../../../tests/support/fake-provider';
import { certificateFor } from '../../../../tests/support/private-dovecot';
import { workspaceId } from '../../../../tests/support/rows';
import { SubmissionServer } from '../../../../tests/support/submission-server';
import { mailboxTransportOf } from './mailbox-transport';

const address = 'post@firma.dk';
const google = new FakeGoogle();
let hub: MailboxHub;
let imap: FakeImapServer;
let smtp: SubmissionServer;
let channelId: Id;
/** What the client said it signs in with, each time. */
const signIns: string[] = [];
let answer = '{tag} OK signed in';
const certificate = certificateFor('localhost');

beforeAll(async () => {
  [hub, imap] = await Promise.all([MailboxHub.start(), FakeImapServer.start(), google.start()]);
  smtp = await SubmissionServer.start({ secure: true, ...(await certificate) });
  hub.outside = fetchFrom(google);
  await hub.provider.clients.put(workspaceId, 'google', { clientId: 'client-1', secret: 'hemmelig klient', tenant: '', access: 'imap' });
  imap.greeting = ['* OK [CAPABILITY IMAP4rev1 IDLE SASL-IR AUTH=XOAUTH2] ready'];
  imap.answers.CAPABILITY = () => ['* CAPABILITY IMAP4rev1 IDLE SASL-IR AUTH=XOAUTH2', '{tag} OK'];
  imap.answers.AUTHENTICATE = (line) => {
    signIns.push(Buffer.from(line.split(' ')[3] ?? '', 'base64').toString());
    return [answer];
  };
  channelId = await hub.connectBy(address, {
    settings: {
      imap: { host: 'localhost', port: imap.port, security: 'none' },
      smtp: { host: 'localhost', port: smtp.port, security: 'tls' },
      user: address,
    },
    oauth: { provider: 'google', access: 'imap' },
    secret: google.grant(google.account(address), ['https://mail.google.com/']),
  });
});
afterAll(async () => {
  await hub.stop();
  await Promise.all([imap.close(), smtp.close(), google.stop()]);
});

it('CHN-2 by IMAP and SMTP a token signs in where a password would, and a fresh one is fetched when it has run out', async () => {
  const { store, mailboxes, provider } = hub;
  const watch = await hub.watch();
  await hub.hasStanding(channelId, 'working');
  const token = await provider.tokens.of(channelId);
  expect(signIns[0]).toBe(`user=${address}\u0001auth=Bearer ${token}\u0001\u0001`);
  const host = { store, mailboxes, provider, hostName: 'hub.example', ca: (await certificate).cert };
  const send = async () =>
    (await mailboxTransportOf(host)(channelId))?.({ from: address, recipients: ['bo@kunde.dk'], raw: Buffer.from('Subject: Hej\r\n\r\n') });
  smtp.token = token;
  expect(await send()).toMatchObject({ result: 'sent' });
  expect(smtp.received).toMatchObject([{ user: address, to: ['bo@kunde.dk'] }]);
  hub.clock.now = Date.now() + 3600_000;
  smtp.token = await provider.tokens.of(channelId);
  expect(smtp.token).not.toBe(token);
  expect(await send()).toMatchObject({ result: 'sent' });
  await watch.close();
});

it('CHN-2 a token that was taken back before its end is used no more: a fresh one is asked for, once', async () => {
  const { store, mailboxes, provider } = hub;
  const taken = await provider.tokens.of(channelId);
  let issued = '';
  hub.outside = async (...request) => {
    const answered = await fetchFrom(google)(...request);
    const { access_token = '' } = (await answered.clone().json()) as { access_token?: string };
    issued = access_token || issued;
    smtp.token = issued;
    return answered;
  };
  const [before, received] = [signIns.length, smtp.received.length];
  imap.answers.AUTHENTICATE = (line) => {
    signIns.push(Buffer.from(line.split(' ')[3] ?? '', 'base64').toString());
    return [signIns.at(-1)?.includes(taken) ? '{tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)' : answer];
  };
  const watch = await hub.watch();
  await until(async () => signIns.length === before + 2, 'the second sign-in');
  expect(signIns.slice(before).map((words) => [taken, issued].find((token) => words.includes(token)))).toEqual([taken, issued]);
  await hub.hasStanding(channelId, 'working');
  await watch.close();

  smtp.token = 'another';
  const host = { store, mailboxes, provider, hostName: 'hub.example', ca: (await certificate).cert };
  const send = await mailboxTransportOf(host)(channelId);
  expect(await send?.({ from: address, recipients: ['bo@kunde.dk'], raw: Buffer.from('Subject: Igen\r\n\r\n') })).toMatchObject({ result: 'sent' });
  expect(smtp.received).toHaveLength(received + 1);
  imap.answers.AUTHENTICATE = (line) => {
    signIns.push(Buffer.from(line.split(' ')[3] ?? '', 'base64').toString());
    return [answer];
  };
});

it('CHN-2 a token its mail server does not take is a sign-in that has ended, in its words: no password would help', async () => {
  answer = '{tag} NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)';
  const watch = await hub.watch();
  await hub.hasStanding(channelId, 'failing');
  const { mailbox } = await hub.channel(channelId);
  expect(mailbox?.standing).toMatchObject({ problem: { code: 'consent-ended', words: expect.stringContaining('Invalid credentials') } });
  const asked = signIns.length;
  await until(async () => hub.problems.some((problem) => problem.includes('consent-ended')), 'the problem to be told');
  expect(signIns).toHaveLength(asked);
  await watch.close();
});

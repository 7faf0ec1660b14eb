import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { undoSendMs } from '../../../../domain/message/undo-send';
import type { Id } from '../../../../domain/model/ids';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { FakeSmtpServer } from '../../../../tests/support/fake-smtp-server';
import { certificateFor } from '../../../../tests/support/private-dovecot';
import { channelRow, conversationRow, id, messageRow, outboundRow, write } from '../../../../tests/support/rows';
import { SubmissionServer } from '../../../../tests/support/submission-server';
import { DrizzleOutboundQueue } from '../../../db/outbound-queue';
import { actIn } from '../../../sync/act-in';
import { OutboundSender } from '../outbound-sender';
import { smtpTransport } from '../smtp-transport';
import { mailboxTransportOf } from './mailbox-transport';
import { recordSending } from './record-sending';

let hub: MailboxHub;
let provider: SubmissionServer;
let ours: FakeSmtpServer;
let sender: OutboundSender;
let channelId: Id;
let made = 500;
const clock = { now: Date.now() };
const certificate = certificateFor('localhost');

beforeAll(async () => {
  [hub, ours] = await Promise.all([MailboxHub.start(), FakeSmtpServer.start()]);
  provider = await SubmissionServer.start({ secure: true, ...(await certificate) });
  channelId = await hub.connect(
    'post@firma.dk',
    {
      imap: { host: 'localhost', port: 1, security: 'tls' },
      smtp: { host: 'localhost', port: provider.port, security: 'tls' },
      user: 'post@firma.dk',
    },
    'secret',
  );
  const { store, mailboxes, files } = hub;
  sender = new OutboundSender(
    {
      queue: new DrizzleOutboundQueue(store, () => clock.now),
      files,
      sign: (text) => createHmac('sha256', 'key').update(text).digest(),
      now: () => clock.now,
      transport: smtpTransport(ours.url, 'hub.example'),
      ownTransport: mailboxTransportOf({ store, mailboxes, hostName: 'hub.example', provider: hub.provider, ca: (await certificate).cert }),
      readMessage: async () => ({
        message: messageRow(1, 10, 2, { direction: 'out', to: [{ name: 'Bo', address: 'bo@kunde.dk' }], text: 'Hej Bo' }),
        html: null,
      }),
      recordSending: recordSending(store, () => clock.now),
      report: () => undefined,
    },
    3_600_000,
  );
});
afterAll(async () => {
  await sender.close();
  await Promise.all([provider.close(), ours.close()]);
  await hub.stop();
});

async function stateOf(mailId: Id) {
  const { rows } = await hub.database.query('select state, text, attempts, not_before from outbound_state where id = $1', [mailId]);
  return rows[0] as { state: string; text: string; attempts: number; not_before: unknown };
}
const channelOf = async () => (await hub.channel(channelId)).mailbox;
const stops = async () => (await hub.database.query('select id from stopped_channels where not deleted')).rows.map((row) => (row as { id: Id }).id);

/** Queues an answer by this channel and tries to send it; answers where it stands then. */
async function send(channel: Id = channelId) {
  made += 10;
  const message = messageRow(made + 1, 10, made, { direction: 'out', delivery: { state: 'queued', at: clock.now, text: '' } });
  const from = { name: 'Firma', address: 'post@firma.dk' };
  const mail = { ...outboundRow(made + 2, 10, made, made + 1), channelId: channel, from, queuedAt: clock.now - undoSendMs };
  await hub.store.transaction('all', (transaction) =>
    transaction.commit([write('conversations', conversationRow(made, 10)), write('messages', message), write('outboundMails', mail)]),
  );
  await sender.nudge();
  return { ...(await stateOf(mail.id)), rfcMessageId: mail.rfcMessageId, id: mail.id };
}

it('CHN-2 an answer leaves by the mailbox’s own server, signed in, encrypted, with no reply token in an address that may not know it', async () => {
  expect(await send()).toMatchObject({ state: 'sent' });
  const [mail] = provider.received;
  expect(mail).toMatchObject({ user: 'post@firma.dk', from: 'post@firma.dk', to: ['bo@kunde.dk'] });
  expect(mail?.raw).not.toMatch(/^Reply-To/im);
  expect(mail?.raw).toMatch(/^X-Samtale-Message-ID: <\S+>\r\n/);
  expect(ours.received).toEqual([]);
});

it('other channels go on sending by the hub', async () => {
  await hub.store.transaction('all', (transaction) => transaction.commit([write('channels', channelRow(901, 10, 'salg@hub.example'))]));
  expect(await send(id(901))).toMatchObject({ state: 'sent' });
  expect(ours.received).toHaveLength(1);
  expect(ours.received[0]?.raw).toMatch(/^Reply-To: /m);
});

it('F8 I2 a line that dies after the data: unknown, and never sent again by itself', async () => {
  provider.dropAfterData = true;
  const { state, rfcMessageId } = await send();
  expect(state).toBe('unknown');
  provider.dropAfterData = false;
  clock.now += 24 * 3_600_000;
  await sender.nudge();
  expect(provider.received.filter(({ raw }) => raw.includes(rfcMessageId))).toHaveLength(1);
});

it('CHN-2 CHN-4 a password refused at sending alone stops the channel in the server’s words; its mails wait, however long, and go when it is right again', async () => {
  const words = '535 5.7.8 Username and Password not accepted';
  provider.refusal = { code: 535, words: '5.7.8 Username and Password not accepted' };
  const since = clock.now;
  const kept = await send();
  expect(kept).toMatchObject({ state: 'queued', text: words, attempts: 0 });
  expect(await channelOf()).toMatchObject({ sending: { since, problem: { code: 'sign-in-refused', server: 'smtp', words } } });
  expect(await stops()).toEqual([channelId]);
  const tries = provider.signIns;
  const second = await send();
  // More often than a mail is tried that fails for itself.
  for (let quarter = 0; quarter < 14; quarter += 1) {
    clock.now += 15 * 60_000;
    await sender.nudge();
  }
  // However many wait, one asks for all.
  expect(provider.signIns - tries).toBeLessThanOrEqual(15);
  for (const mail of [kept, second]) expect(await stateOf(mail.id)).toMatchObject({ state: 'queued', attempts: 0 });
  expect(await channelOf()).toMatchObject({ sending: { since } });
  provider.refusal = undefined;
  clock.now += 15 * 60_000;
  await sender.nudge();
  for (const mail of [kept, second]) expect(provider.received.filter(({ raw }) => raw.includes(mail.rfcMessageId))).toHaveLength(1);
  expect(await channelOf()).not.toHaveProperty('sending');
  expect(await stops()).toEqual([]);
});

it('CHN-4 a server that is gone for a moment stops nothing; for longer it does, and signing in again lets the mails go at once', async () => {
  const settings = (port: number) => ({
    imap: { host: 'localhost', port: 1, security: 'tls' as const },
    smtp: { host: 'localhost', port, security: 'tls' as const },
    user: 'post@firma.dk',
  });
  const signIn = (port: number) => hub.signInAgain(channelId, { settings: settings(port), oauth: null, secret: 'secret' });
  await signIn(1);
  const kept = await send();
  expect(kept).toMatchObject({ state: 'queued', text: 'nobody-answers', attempts: 1 });
  expect(await stops()).toEqual([]);
  for (const minutes of [1, 5]) {
    clock.now += minutes * 60_000;
    await sender.nudge();
  }
  expect(await stateOf(kept.id)).toMatchObject({ attempts: 2 });
  expect(await channelOf()).toMatchObject({ sending: { problem: { code: 'nobody-answers', server: 'smtp', words: '' } } });
  expect(await stops()).toEqual([channelId]);
  await signIn(provider.port);
  expect(await stops()).toEqual([]);
  await sender.nudge();
  expect(await stateOf(kept.id)).toMatchObject({ state: 'sent' });
});

it('a certificate nobody trusts gets no password', async () => {
  const { store, mailboxes } = hub;
  const transport = await mailboxTransportOf({ store, mailboxes, hostName: 'hub.example', provider: hub.provider })(channelId);
  const before = provider.received.length;
  expect(await transport?.({ from: 'post@firma.dk', recipients: ['bo@kunde.dk'], raw: Buffer.from('x') })).toMatchObject({ result: 'retry' });
  expect(provider.received).toHaveLength(before);
});

it('CHN-2 a mailbox that is signed out sends nothing, by nobody’s server', async () => {
  await hub.forgetMailboxes();
  await hub.store.transaction('all', async (transaction) => {
    const args = { channelId };
    await actIn(transaction, { name: 'disconnectMailbox', args, uuid: id(9001), at: clock.now, by: { kind: 'agent', agentId: id(5) } });
  });
  const [own, other] = [provider.received.length, ours.received.length];
  expect(await send()).toMatchObject({ state: 'queued', text: 'password-lost', attempts: 0 });
  expect(await stops()).toEqual([]);
  expect([provider.received.length, ours.received.length]).toEqual([own, other]);
});

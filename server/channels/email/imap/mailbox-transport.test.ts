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
import { OutboundSender } from '../outbound-sender';
import { smtpTransport } from '../smtp-transport';
import { mailboxTransportOf } from './mailbox-transport';

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
  const { rows } = await hub.database.query('select state, text from outbound_state where id = $1', [mail.id]);
  return { ...(rows[0] as { state: string; text: string }), rfcMessageId: mail.rfcMessageId, id: mail.id };
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

it('a password that is refused keeps the mail, in the server’s words, and it goes when the password is right again', async () => {
  provider.refusal = { code: 535, words: '5.7.8 Username and Password not accepted' };
  const kept = await send();
  expect(kept).toMatchObject({ state: 'queued', text: '535 5.7.8 Username and Password not accepted' });
  provider.refusal = undefined;
  clock.now += 3_600_000;
  await sender.nudge();
  expect(provider.received.some(({ raw }) => raw.includes(kept.rfcMessageId))).toBe(true);
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
  const [own, other] = [provider.received.length, ours.received.length];
  expect(await send()).toMatchObject({ state: 'queued', text: 'This mailbox is signed out' });
  expect([provider.received.length, ours.received.length]).toEqual([own, other]);
});

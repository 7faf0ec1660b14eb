import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ArgsOf } from '../../../../domain/mutations';
import { MailboxHub } from '../../../../tests/server/mailbox-hub';
import { channelRow, id, write } from '../../../../tests/support/rows';
import { connectMailboxAs, disconnectMailboxAs } from './sign-in-mailbox';

let hub: MailboxHub;
beforeAll(async () => {
  hub = await MailboxHub.start();
});
afterAll(() => hub.stop());

const server = { host: 'localhost', port: 1, security: 'tls' as const };
const wayOf = (user: string, secret: string) => ({ settings: { imap: server, smtp: server, user }, oauth: null, secret });
const connecting = (channelId: string, address: string): ArgsOf<'connectMailbox'> => ({
  ...{ channelId, inboxId: id(10), address, name: address, companyName: '', signatureHtml: '', importSince: 0 },
  ...{ fromName: 'company', logForwardsTo: 'original-sender', reopenTicketOnAnswer: false },
});
const channel = (channelId: string) => hub.store.transaction('all', ({ reader }) => reader.find('channels', channelId));

it('CHN-2 INB-3 an address that was removed is connected again as a mailbox: the channel it had is signed in to', async () => {
  const removed = { ...channelRow(70, 10, 'inbox@samtale.example'), removed: true };
  await hub.store.transaction('all', (transaction) => transaction.commit([write('channels', removed)]));
  const args = connecting(id(70), 'inbox@samtale.example');
  expect(await connectMailboxAs(hub.signInHost, id(5), args, wayOf('inbox', 'secret'))).toBeUndefined();
  expect(await channel(id(70))).toEqual({
    ...removed,
    removed: false,
    mailbox: { importSince: 0, standing: { state: 'importing', since: expect.any(Number) } },
  });
});

it('CHN-2 CHN-4 under another address it is not: neither by its channel nor by one of its own', async () => {
  const removed = { ...channelRow(71, 10, 'salg@samtale.example'), removed: true };
  await hub.store.transaction('all', (transaction) => transaction.commit([write('channels', removed)]));
  const way = wayOf('salg', 'secret');
  expect(await connectMailboxAs(hub.signInHost, id(5), connecting(id(71), 'post@firma.dk'), way)).toEqual({ refused: 'not-found' });
  const taken = { refused: 'address-taken', detail: { address: 'salg@samtale.example' } };
  expect(await connectMailboxAs(hub.signInHost, id(5), connecting(id(72), 'salg@samtale.example'), way)).toEqual(taken);
  expect(await channel(id(71))).toEqual(removed);
});

it('CHN-2 I8 after Disconnect the same account goes on where it was; another at the same address begins at its beginning, whatever its UIDs', async () => {
  const channelId = id(73);
  expect(await connectMailboxAs(hub.signInHost, id(5), connecting(channelId, 'samme@firma.dk'), wayOf('old', 'secret'))).toBeUndefined();
  const owner = id(700);
  await hub.mailboxes.claim(owner);
  const reached = { channelId, folder: 'inbox' as const, uidValidity: '1', lastUid: 9, found: 9, taken: 9 };
  expect(await hub.mailboxes.take(owner, [reached], [])).toBe(true);
  const signedOutAndIn = async (user: string, secret: string) => {
    expect(await disconnectMailboxAs(hub.signInHost, id(5), channelId)).toBeUndefined();
    await hub.signInAgain(channelId, wayOf(user, secret));
  };
  await signedOutAndIn('old', 'another secret');
  expect(await hub.mailboxes.foldersOf(channelId)).toEqual([reached]);
  await signedOutAndIn('new', 'secret');
  expect(await hub.mailboxes.foldersOf(channelId)).toEqual([]);
});

import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenMail } from '../../domain/mail/seen-mail';
import type { SeenIn } from '../../domain/model/message';
import { channelRow, id, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { type MailRef, statesOfMails } from './states-of-mails';

const inGmail: SeenIn = { provider: 'gmail', account: 'agent2@example.com', thread: 't1', message: 'm1' };
const ida = 'ida@kunde.example';
const ref = (extra: Partial<MailRef>): MailRef => ({ rfcMessageId: null, seenIn: null, people: [ida], ...extra });

const mail = (hub: SmallHub, extra: Partial<SeenMail> = {}): SeenMail => ({
  ids: { messageId: hub.id(), contactId: hub.id() },
  from: { name: 'Ida', address: ida },
  to: [],
  cc: [],
  subject: 'A question',
  text: 'Hello',
  quotedText: '',
  html: null,
  date: null,
  rfcMessageId: null,
  references: [],
  attachments: [],
  automatic: null,
  own: false,
  seenIn: inGmail,
  refusal: null,
  ...extra,
});
const log = (client: SmallClient, one: SeenMail) =>
  client.act('logMail', { inboxId: id(10), newConversationId: client.hub.id(), mails: [one], ticketId: null });

async function team() {
  const hub = await SmallHub.start();
  await hub.commit([write('channels', channelRow(900, 10, 'hello@havnegaard.example'))]);
  const [ann, bo] = [new SmallClient(hub, 2), new SmallClient(hub, 3)];
  for (const client of [ann, bo]) await client.sync();
  const stateAt = async (client: SmallClient, extra: Partial<MailRef>, answered: ReadonlySet<string> = new Set()) =>
    (await statesOfMails(client.db, [ref(extra)], answered))[0];
  return { hub, ann, bo, stateAt };
}

it('SUR-5 X9 nobody has it, it waits for the hub, it is in an inbox, a colleague answers it', async () => {
  const { hub, ann, bo, stateAt } = await team();
  const seen = { seenIn: inGmail };
  expect(await stateAt(ann, seen)).toEqual({ state: 'not-logged', conversationId: null });
  await log(ann, mail(hub));
  expect(await stateAt(ann, seen)).toMatchObject({ state: 'waiting' });
  expect(await stateAt(bo, seen)).toMatchObject({ state: 'not-logged' });
  for (const client of [ann, bo]) await client.sync();
  const { conversationId } = (await stateAt(ann, seen)) ?? {};
  for (const client of [ann, bo]) expect(await stateAt(client, seen)).toEqual({ state: 'logged', conversationId });
  expect(await stateAt(bo, seen, new Set([conversationId ?? '']))).toEqual({ state: 'being-answered', conversationId });
});

it('X8 by its Message-ID wherever it is open, by the id of a mailbox in that mailbox alone', async () => {
  const { hub, ann, stateAt } = await team();
  await log(ann, mail(hub, { rfcMessageId: '<a@kunde.example>', date: hub.now }));
  await ann.sync();
  const elsewhere: SeenIn = { ...inGmail, account: 'agent3@example.com' };
  expect(await stateAt(ann, { rfcMessageId: '<a@kunde.example>', seenIn: elsewhere })).toMatchObject({ state: 'logged' });
  expect(await stateAt(ann, { seenIn: elsewhere })).toMatchObject({ state: 'not-logged' });
  expect(await stateAt(ann, { seenIn: { ...inGmail, message: 'm2' } })).toMatchObject({ state: 'not-logged' });
  expect(await stateAt(ann, { rfcMessageId: '<b@kunde.example>', seenIn: inGmail })).toMatchObject({ state: 'not-logged' });
  expect(await stateAt(ann, { seenIn: inGmail, people: ['per@kunde.example'] })).toMatchObject({ state: 'not-logged' });
});

it('VIEW-10 of what lies in trash nothing is said', async () => {
  const { hub, ann, stateAt } = await team();
  await log(ann, mail(hub));
  const { conversationId } = (await stateAt(ann, { seenIn: inGmail })) ?? {};
  await ann.act('trashConversation', { conversationId: conversationId ?? '' });
  expect(await stateAt(ann, { seenIn: inGmail })).toMatchObject({ state: 'not-logged' });
});

it('ALL-7 I3 two agents log it offline, each on their own device: one message at both, and nothing is left of the other', async () => {
  const { hub, ann, bo } = await team();
  await log(ann, mail(hub));
  await log(bo, mail(hub, { seenIn: { ...inGmail, account: 'agent3@example.com' } }));
  for (const client of [ann, bo, ann, bo]) await client.sync();
  const mails = (client: SmallClient) => client.db.threads.toArray().then((all) => all.flatMap(({ messages }) => messages.filter((m) => m.logged)));
  const [atAnn, atBo] = [await mails(ann), await mails(bo)];
  expect(atAnn).toHaveLength(1);
  expect(atBo).toEqual(atAnn);
  expect(atAnn[0]?.seenIn?.map(({ account }) => account)).toEqual(['agent2@example.com', 'agent3@example.com']);
  for (const client of [ann, bo]) {
    await client.checkConverged();
    await client.checkDerived();
  }
});

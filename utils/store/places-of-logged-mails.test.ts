import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { SeenMail } from '../../domain/mail/seen-mail';
import type { SeenIn } from '../../domain/model/message';
import { channelRow, id, write } from '../../tests/support/rows';
import { SmallClient } from '../../tests/support/small-client';
import { SmallHub } from '../../tests/support/small-hub';
import { digestOfMail } from '../webmail/digest-of-mail';
import type { ShownMail } from '../webmail/shown-mail';
import { placesOfMails } from './places-of-mails';

const inGmail: SeenIn = { provider: 'gmail', account: 'agent2@example.com', thread: 't1', message: 'm1' };
const ida = 'ida@kunde.example';
const shown = (extra: Partial<ShownMail>): ShownMail => ({
  provider: 'gmail',
  who: { address: ida, name: 'Ida' },
  received: true,
  digest: digestOfMail('A question', 'Hello') ?? '',
  shownDate: 'yesterday',
  seenIn: inGmail,
  ...extra,
});

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
  const placeAt = async (client: SmallClient, extra: Partial<ShownMail> = {}) => {
    const [place] = await placesOfMails(client.db, [shown(extra)]);
    return [place?.state, place?.conversation?.id];
  };
  return { hub, ann, bo, placeAt };
}

it('SUR-5 X9 nobody has it, it waits for the hub, it is in an inbox', async () => {
  const { hub, ann, bo, placeAt } = await team();
  expect(await placeAt(ann)).toEqual(['not-logged', undefined]);
  await log(ann, mail(hub));
  const [state, conversationId] = await placeAt(ann);
  expect(state).toBe('waiting');
  expect(await placeAt(bo)).toEqual(['not-logged', undefined]);
  for (const client of [ann, bo]) await client.sync();
  for (const client of [ann, bo]) expect(await placeAt(client)).toEqual(['logged', conversationId]);
  // Where it is open in another mailbox, by what it says.
  expect(await placeAt(bo, { seenIn: { ...inGmail, account: 'agent3@example.com', message: 'x1', thread: 'y1' } })).toEqual([
    'logged',
    conversationId,
  ]);
  expect(await placeAt(bo, { seenIn: { ...inGmail, message: 'm2' } })).toEqual(['not-logged', undefined]);
  expect(await placeAt(bo, { who: { address: 'per@kunde.example', name: '' } })).toEqual(['not-logged', undefined]);
});

it('VIEW-10 of what lies in trash nothing is said', async () => {
  const { hub, ann, placeAt } = await team();
  await log(ann, mail(hub));
  const [, conversationId] = await placeAt(ann);
  await ann.act('trashConversation', { conversationId: conversationId ?? '' });
  expect(await placeAt(ann)).toEqual(['not-logged', undefined]);
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

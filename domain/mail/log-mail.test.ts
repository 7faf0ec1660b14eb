import { describe, expect, it } from 'vitest';
import { aSeenMail, inGmail } from '../../tests/support/a-seen-mail';
import { hour, minute, World } from '../../tests/support/world';
import type { Message } from '../model/message';
import type { ArgsOf } from '../mutations';
import { noticesOfWrites } from '../notification/notices-of-writes';
import { needsAnswer, viewsOf } from '../view/views-of';
import type { SeenMail } from './seen-mail';

const day = 24 * hour;
const week = 7 * day;
const ida = { name: 'Ida Vang', address: 'ida@kunde.example' };
const annHerself = { name: 'Ann', address: 'ann@havnegaard.example' };
const file = { id: '01990000-0000-7000-8000-0000000f0001', name: 'a.pdf', type: 'application/pdf', size: 3, hash: 'ab'.repeat(32), contentId: null };
const aFile = { ...file, inline: false, notStored: null };

/** Logs into Support; answers its conversation. */
async function log(world: World, by: string, mails: SeenMail[], choice: Partial<ArgsOf<'logMail'>> = {}) {
  const args = { inboxId: world.support, newConversationId: world.id(), mails, ticketId: null, ...choice };
  const outcome = await world.try(by, 'logMail', args);
  const [first] = mails;
  return { ...outcome, id: args.newConversationId, code: outcome.refused?.refused, row: first && world.rows.row('messages', first.ids.messageId) };
}
const mails = (world: World) => world.rows.all('messages').filter(({ kind }) => kind === 'email');
const only = <T>(all: T[]): T => {
  expect(all).toHaveLength(1);
  return all[0] as T;
};

describe('a mail that begins a conversation', () => {
  it('SUR-5 D21 is there as if it had come by mail: with its contact and its layout, its time the mail’s own', async () => {
    const world = new World();
    const date = world.at - 3 * week;
    const { id, row } = await log(world, world.ann, [aSeenMail(world, ida, { date, rfcMessageId: '<a@kunde.example>', html: '<p>Hello</p>' })]);
    const contact = only(world.rows.all('contacts'));
    expect(world.get('conversations', id)).toMatchObject({
      inboxId: world.support,
      channelId: world.mail,
      contactId: contact.id,
      contactName: 'Ida Vang',
      ownerId: world.ann,
      status: 'open',
      lastInboundAt: date,
      spam: null,
    });
    expect(row).toMatchObject({ conversationId: id, direction: 'in', receivedAt: date, claimedAt: date, logged: { by: world.ann, at: world.at } });
    expect(world.get('bodies', row?.id ?? '').html).toBe('<p>Hello</p>');
  });

  it('THR-20 its thread says who logged it', async () => {
    const world = new World();
    const { id } = await log(world, world.ann, [aSeenMail(world, ida)]);
    const line = only(world.done(id));
    expect([line.event?.code, line.author]).toEqual(['logged', { kind: 'agent', agentId: world.ann }]);
    expect(world.get('conversations', id).messageCount).toBe(2);
  });

  it('D21 a date to come is now', async () => {
    const world = new World();
    const { row } = await log(world, world.ann, [aSeenMail(world, ida, { date: world.at + day })]);
    expect([row?.receivedAt, row?.claimedAt]).toEqual([world.at, world.at]);
  });

  it('D21 no rule of spam, routing or tickets is asked', async () => {
    const world = new World();
    const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'deny' as const, pattern: 'info@kunde.example', at: world.at };
    await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
    world.set('channels', world.mail, {
      tickets: { on: true, stage: 'new', owner: 'nobody', priority: null },
      routing: { to: 'agents', agentIds: [world.bo], teamIds: [], onlyAvailable: false, method: 'in-turn', limit: null },
    });
    const { id } = await log(world, world.ann, [aSeenMail(world, 'info@kunde.example')], { ownerId: null });
    expect(world.get('conversations', id)).toMatchObject({ spam: null, ownerId: null, ticketId: null });
    expect(viewsOf(world.get('conversations', id))).toEqual(['open', 'email', 'unassigned']);
  });

  it('D21 Ann logs a 3-week-old thread whose last mail is ours: closed, sorted three weeks back, no notice', async () => {
    const world = new World();
    const date = world.at - 3 * week;
    const asked = aSeenMail(world, ida, { date });
    const answered = aSeenMail(world, annHerself, { to: [ida], subject: 'Re: A question', text: 'Yes', date: date + hour });
    const { id, writes } = await log(world, world.ann, [answered, asked], { ownerId: world.bo });
    const conversation = world.get('conversations', id);
    expect(conversation).toMatchObject({ status: 'closed', closedAt: answered.date, dueAt: null, lastInboundAt: asked.date, ownerId: world.bo });
    expect(viewsOf(conversation)).toEqual(['closed', 'email']);
    expect(mails(world).map(({ direction }) => direction)).toEqual(['in', 'out']);
    const bo = { agent: world.get('agents', world.bo), settings: settingsOf(world), inboxIds: [world.support] };
    expect(noticesOfWrites(writes, bo, world.at)).toEqual([]);
  });

  it('D21 LIST-2 nobody is late for what they could not know of; of a fresh one an answer is owed', async () => {
    const world = new World();
    const old = await log(world, world.ann, [aSeenMail(world, ida, { date: world.at - day })]);
    expect(world.get('conversations', old.id).dueAt).toBeNull();
    expect(needsAnswer(world.get('conversations', old.id))).toBe(true);
    const fresh = await log(world, world.ann, [aSeenMail(world, 'per@kunde.example', { date: world.at - minute })]);
    expect(world.get('conversations', fresh.id).dueAt).toBe(world.at - minute + 2 * hour);
  });

  it('NTF-1 who logged it is not told of it, whom they gave it to is', async () => {
    const world = new World();
    const { writes } = await log(world, world.ann, [aSeenMail(world, ida, { date: world.at - minute })], { ownerId: world.bo });
    const told = (agentId: string) =>
      noticesOfWrites(writes, { agent: world.get('agents', agentId), settings: settingsOf(world), inboxIds: [world.support] }, world.at);
    expect(told(world.bo).map(({ event }) => event)).toEqual(['assignment']);
    expect(told(world.ann)).toEqual([]);
  });

  it('D11 a mail of ours alone stands in Sent, its logger’s own', async () => {
    const world = new World();
    const { id, row } = await log(world, world.ann, [aSeenMail(world, annHerself, { to: [ida] })]);
    expect(row).toMatchObject({ direction: 'out', author: { kind: 'agent', agentId: world.ann }, delivery: { state: 'sent' } });
    expect(world.get('conversations', id)).toMatchObject({ contactAddress: ida.address, ownerId: world.ann, startedBy: 'us' });
    expect(viewsOf(world.get('conversations', id))).toEqual(['sent']);
  });

  it('SUR-5 what the page says is one’s own goes out, whatever address it is from', async () => {
    const world = new World();
    const { row } = await log(world, world.ann, [aSeenMail(world, 'ann@privat.example', { to: [ida], own: true })]);
    expect(row).toMatchObject({ direction: 'out', author: { kind: 'agent', agentId: world.ann } });
    const again = await log(world, world.ann, [aSeenMail(world, 'ann@privat.example', { to: [ida], own: true })]);
    expect([again.row, again.writes]).toEqual([undefined, []]);
    const fromTeam = await log(world, world.ann, [aSeenMail(world, 'support@havnegaard.example', { to: [ida], text: 'From us' })]);
    expect(fromTeam.row).toMatchObject({ direction: 'out', author: { kind: 'team', address: 'support@havnegaard.example' } });
  });

  it('D22 does not name another inbox it was written to', async () => {
    const world = new World();
    const cc = [
      { name: '', address: 'sales@havnegaard.example' },
      { name: '', address: 'per@kunde.example' },
    ];
    const { row, id } = await log(world, world.ann, [aSeenMail(world, ida, { cc })]);
    expect(row?.cc.map(({ address }) => address)).toEqual(['per@kunde.example']);
    expect(world.get('conversations', id).participants.map(({ address }) => address)).toEqual([ida.address, 'per@kunde.example']);
  });

  it('D22 nor does one of ours, in its conversation either', async () => {
    const world = new World();
    const to = [{ name: 'Sales', address: 'sales@havnegaard.example' }, ida];
    const { row, id } = await log(world, world.ann, [aSeenMail(world, annHerself, { to, own: true })]);
    expect(row?.to).toEqual([ida]);
    const { participants, contactName, contactAddress } = world.get('conversations', id);
    expect([contactName, contactAddress, participants.map(({ address }) => address)]).toEqual([ida.name, ida.address, [ida.address]]);
  });

  it('SUR-5 a thread whose page shows no date that can be read: in the order of the page, owed or answered by its last word', async () => {
    const world = new World();
    const asks = (text: string) => aSeenMail(world, ida, { text });
    const answers = (text: string) => aSeenMail(world, annHerself, { to: [ida], text, own: true });
    const asked = await log(world, world.ann, [asks('When?'), answers('Tuesday.'), asks('And where?')]);
    expect(needsAnswer(world.get('conversations', asked.id))).toBe(true);
    const answered = await log(
      world,
      world.ann,
      [asks('How much?'), answers('Nothing.')].map((mail) => ({ ...mail, subject: 'The price' })),
    );
    expect(world.get('conversations', answered.id)).toMatchObject({ status: 'closed', closedAt: world.at });
  });

  it('S10 not in the place of a row there is, whoever’s it is', async () => {
    const world = new World();
    const { conversationId, ids } = await world.mailFrom(ida, {});
    const { messageId } = ids;
    const contactId = only(world.rows.all('contacts')).id;
    const kim = () => aSeenMail(world, 'kim@kunde.example');
    const taken = [
      { messageId, contactId: world.id() },
      { messageId: world.id(), contactId },
    ];
    for (const own of taken) expect((await log(world, world.ann, [{ ...kim(), ids: own }])).code).toBe('bad-arguments');
    const twice = kim();
    expect((await log(world, world.ann, [twice, { ...twice, text: 'Another' }])).code).toBe('bad-arguments');
    const inSales = { inboxId: world.sales, newConversationId: conversationId };
    expect((await log(world, world.carl, [kim()], inSales)).code).toBe('bad-arguments');
  });
});

describe('a mail that goes on in a conversation', () => {
  it('THR-1 finds it by what it refers to, and the whole thread goes there', async () => {
    const world = new World();
    const first = await world.mailFrom(ida, { rfcMessageId: '<first@kunde.example>' });
    const other = aSeenMail(world, 'per@kunde.example', { text: 'Me too' });
    const refers = aSeenMail(world, ida, { text: 'And then?', references: ['<first@kunde.example>'] });
    await log(world, world.bo, [other, refers]);
    expect(mails(world).map(({ conversationId }) => conversationId)).toEqual(Array(3).fill(first.conversationId));
    expect(world.get('conversations', first.conversationId).ownerId).toBeNull();
  });

  it('SUR-5 without references, as its mailbox threads it', async () => {
    const world = new World();
    const { id } = await log(world, world.ann, [aSeenMail(world, ida, { seenIn: inGmail('m1', 't1') })]);
    const { row } = await log(world, world.ann, [aSeenMail(world, ida, { text: 'More', seenIn: inGmail('m2', 't1') })]);
    const apart = await log(world, world.ann, [aSeenMail(world, ida, { text: 'Else', seenIn: inGmail('m3', 't2') })]);
    expect([row?.conversationId, apart.row?.conversationId]).toEqual([id, apart.id]);
  });

  it('D4 D25 the newest word of a customer opens and wakes it, an older one leaves what a person decided since', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<first@kunde.example>' });
    const references = ['<first@kunde.example>'];
    world.at += day;
    await world.act(world.ann, 'closeConversation', { conversationId });
    await log(world, world.ann, [aSeenMail(world, ida, { references, text: 'Before', date: world.at - hour })]);
    expect(world.get('conversations', conversationId).status).toBe('closed');
    world.at += day;
    await log(world, world.ann, [aSeenMail(world, ida, { references, text: 'After', date: world.at - hour })]);
    expect(world.get('conversations', conversationId).status).toBe('open');
    await world.act(world.ann, 'snoozeConversation', { conversationId, until: null });
    await log(world, world.ann, [aSeenMail(world, ida, { references, text: 'Again', date: world.at })]);
    expect(world.get('conversations', conversationId).snoozed).toBeUndefined();
  });

  it('D11 an answer of ours leaves it open, and nothing is owed any more', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<first@kunde.example>' });
    world.at += minute;
    await log(world, world.ann, [aSeenMail(world, annHerself, { to: [ida], text: 'Yes', references: ['<first@kunde.example>'] })]);
    expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', dueAt: null, lastOutboundAt: world.at });
  });

  it('TKT-3 D7 whose it is and on which ticket can be said along with it', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<first@kunde.example>' });
    const ticketId = await world.ticketFor((await world.mailFrom('per@kunde.example')).conversationId);
    const { code } = await log(world, world.ann, [aSeenMail(world, ida, { references: ['<first@kunde.example>'], text: 'More' })], {
      ownerId: world.bo,
      ticketId,
    });
    expect(code).toBeUndefined();
    expect(world.get('conversations', conversationId)).toMatchObject({ ownerId: world.bo, ticketId });
  });
});

describe('one message (X8, ALL-7)', () => {
  const settled = (world: World) => {
    const message = only(mails(world));
    const conversation = world.get('conversations', message.conversationId);
    expect(world.rows.all('conversations')).toHaveLength(1);
    expect(world.rows.all('mailIds')).toHaveLength(1);
    expect([conversation.messageCount, conversation.attachmentCount]).toEqual([world.rows.all('messages').length, message.attachments.length]);
    return message;
  };
  const ways = {
    gmail: (world: World, rfcMessageId: string | null, date: number | null) =>
      log(world, world.ann, [aSeenMail(world, ida, { ...read, rfcMessageId, date, seenIn: inGmail('m1', 't1') })]),
    outlook: (world: World, rfcMessageId: string | null, date: number | null) => {
      const seenIn = { provider: 'outlook' as const, account: 'bo@havnegaard.example', thread: 'conv', message: null };
      return log(world, world.bo, [aSeenMail(world, ida, { ...read, subject: 'SV: Order 12', rfcMessageId, date, seenIn, attachments: [aFile] })]);
    },
    smtp: (world: World, rfcMessageId: string | null, date: number | null) =>
      world.mailFrom(ida, { ...sent, rfcMessageId, date: date ?? world.at - hour, attachments: [aFile], html: '<p>Where?</p>' }),
  };
  const read = { subject: 'Re: Order 12', text: 'Where  is my order?\nSee https://shop.example/12' };
  const sent = { subject: 'Re: Order 12', text: 'Where is *my order*? See' };
  type Way = keyof typeof ways;
  const orders: Way[][] = [
    ['gmail', 'outlook', 'smtp'],
    ['gmail', 'smtp', 'outlook'],
    ['outlook', 'gmail', 'smtp'],
    ['outlook', 'smtp', 'gmail'],
    ['smtp', 'gmail', 'outlook'],
    ['smtp', 'outlook', 'gmail'],
  ];
  /** Which of the two webmails gave the mail's raw form, and so its Message-ID and Date. */
  const certain: Way[][] = [[], ['gmail'], ['outlook'], ['gmail', 'outlook']];
  const all = orders.flatMap((order) => certain.map((raw) => ({ order, raw })));

  it.each(all)('ALL-7 X8 in the order $order with a Message-ID from $raw it is one, and nothing of it is lost', async ({ order, raw }) => {
    const world = new World();
    const date = world.at - hour;
    for (const way of order) {
      const named = way === 'smtp' || raw.includes(way);
      await ways[way](world, named ? '<12@kunde.example>' : null, named ? date : null);
      world.at += minute;
    }
    const message = settled(world);
    expect(message).toMatchObject({ rfcMessageId: '<12@kunde.example>', claimedAt: date, htmlSize: 13, attachments: [aFile] });
    expect(message.seenIn?.map(({ provider }) => provider).sort()).toEqual(['gmail', 'outlook']);
    expect(world.get('bodies', message.id).html).toBe('<p>Where?</p>');
    expect(world.get('mailIds', message.id)).toMatchObject({ rfcMessageId: '<12@kunde.example>' });
  });

  it.each(orders.map((order) => ({ order })))('ALL-7 X8 in the order $order a mail that has no Message-ID at all is one too', async ({ order }) => {
    const world = new World();
    for (const way of order) {
      await ways[way](world, null, null);
      world.at += minute;
    }
    expect(settled(world)).toMatchObject({ rfcMessageId: null, attachments: [aFile] });
  });

  it('ALL-7 X8 a letter that one program writes as one sign and another as two is the same letter', async () => {
    const world = new World();
    const text = 'Hvor er blåbærrene?';
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: null, date: null, subject: 'Bær', text: text.normalize('NFC') });
    await log(world, world.ann, [aSeenMail(world, ida, { subject: 'Bær', text: text.normalize('NFD') })]);
    expect(mails(world).map((mail) => mail.conversationId)).toEqual([conversationId]);
  });

  it('ALL-7 logged twice by one, or by a colleague: nothing new, and no second line', async () => {
    const world = new World();
    const mail = { rfcMessageId: '<a@kunde.example>', date: world.at - hour };
    const { id } = await log(world, world.ann, [aSeenMail(world, ida, mail)]);
    const again = await log(world, world.bo, [aSeenMail(world, ida, mail)]);
    expect([again.code, again.writes]).toEqual([undefined, []]);
    expect([world.done(id).length, world.get('conversations', id).ownerId]).toEqual([1, world.ann]);
  });

  it('X8 the same Message-ID with another From or Date is another mail', async () => {
    const world = new World();
    const mail = { rfcMessageId: '<a@kunde.example>', date: world.at - hour };
    await log(world, world.ann, [aSeenMail(world, ida, mail)]);
    await log(world, world.ann, [aSeenMail(world, 'eve@evil.example', mail)]);
    await log(world, world.ann, [aSeenMail(world, ida, { ...mail, date: world.at - 2 * hour })]);
    expect(mails(world)).toHaveLength(3);
  });

  it('X8 without Message-ID other words are another mail, and so are the same words in another mail of the same mailbox', async () => {
    const world = new World();
    await log(world, world.ann, [aSeenMail(world, ida, { text: 'Thanks', seenIn: inGmail('m1') })]);
    await log(world, world.ann, [aSeenMail(world, ida, { text: 'Thanks', seenIn: inGmail('m2') })]);
    await log(world, world.ann, [aSeenMail(world, ida, { text: 'No thanks', seenIn: inGmail('m3') })]);
    expect(mails(world)).toHaveLength(3);
  });

  it('X8 nothing that was written after it was logged is that mail', async () => {
    const world = new World();
    await log(world, world.ann, [aSeenMail(world, ida, { text: 'Thanks' })]);
    world.at += day;
    await world.mailFrom(ida, { text: 'Thanks' });
    await world.mailFrom(ida, { text: 'Thanks', date: world.at - day - hour });
    const [first, ...others] = mails(world);
    expect([first?.rfcMessageId === null, others.length]).toEqual([false, 1]);
  });

  it('X8 of two who look the same the log is one, whichever comes', async () => {
    const world = new World();
    await world.mailFrom(ida, { text: 'Thanks', date: world.at - hour });
    await world.mailFrom(ida, { text: 'Thanks', date: world.at - minute });
    await log(world, world.ann, [aSeenMail(world, ida, { text: 'Thanks' })]);
    expect(mails(world)).toHaveLength(2);
  });

  it('ALL-7 our own mail, sent from here and then open in a mailbox, is the one that is there', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida);
    const { messageId } = await world.reply(world.ann, conversationId, { text: 'It is on its way' });
    const copy = aSeenMail(world, 'support@havnegaard.example', { to: [ida], subject: 'Re: A question', text: 'It is on its way' });
    await log(world, world.bo, [copy]);
    expect(mails(world).map(({ id }) => id)).toContain(messageId);
    expect(mails(world)).toHaveLength(2);
  });

  it('ALL-7 CHN-5 a mail a colleague passed on is known by who passed it on', async () => {
    const world = new World();
    const forward = { from: ida, to: [], subject: 'Broken', text: 'It is broken', html: null, date: world.at - day };
    await world.mailFrom(annHerself, { forward, rfcMessageId: '<fwd@havnegaard.example>' });
    await log(world, world.bo, [aSeenMail(world, annHerself, { rfcMessageId: '<fwd@havnegaard.example>', date: world.at })]);
    expect(mails(world)).toHaveLength(1);
  });

  it('D15 a hidden message is the same mail, and stays without words', async () => {
    const world = new World();
    const { id, row } = await log(world, world.ann, [aSeenMail(world, ida, { text: 'Card 4111' })]);
    await world.act(world.ann, 'hideMessage', { conversationId: id, messageIds: [row?.id ?? ''] });
    expect(world.get('messages', row?.id ?? '').hidden).toBeDefined();
    await log(world, world.bo, [aSeenMail(world, ida, { text: 'Card 4111' })]);
    await world.mailFrom(ida, { text: 'Card 4111', html: '<p>4111</p>', date: world.at - hour });
    const message: Message = only(mails(world));
    expect([message.text, message.rfcMessageId === null]).toEqual(['', false]);
    expect(world.rows.all('bodies')).toEqual([]);
  });

  it('VIEW-9 D13 what only a rule took for spam is none once somebody logs it', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { bulk: true, rfcMessageId: '<a@kunde.example>' });
    expect(world.get('conversations', conversationId).spam).not.toBeNull();
    await log(world, world.ann, [aSeenMail(world, ida, { rfcMessageId: '<a@kunde.example>', date: world.at })]);
    expect(world.get('conversations', conversationId).spam).toBeNull();
  });
});

describe('who may, and what is refused', () => {
  it('INB-6 K10 who is not in the inbox may not, and hears nothing of it', async () => {
    const world = new World();
    expect((await log(world, world.carl, [aSeenMail(world, ida)])).code).toBe('not-found');
    const ticketId = await world.ticketFor((await world.mailFrom(ida, { channelId: world.salesMail })).conversationId, world.carl);
    expect((await log(world, world.ann, [aSeenMail(world, ida)], { ticketId })).code).toBe('not-found');
    expect(mails(world)).toHaveLength(1);
  });

  it.each(['draft', 'confidential', 'unsettled'] as const)('SUR-5 a %s mail is none to log, and nothing beside it is logged', async (refusal) => {
    const world = new World();
    const { code } = await log(world, world.ann, [aSeenMail(world, ida), aSeenMail(world, ida, { text: 'B', refusal })]);
    expect([code, mails(world)]).toEqual([`${refusal}-not-logged`, []]);
  });

  it('D23 TKT-1 D24 to nobody outside the inbox, on no second ticket', async () => {
    const world = new World();
    expect((await log(world, world.ann, [aSeenMail(world, ida)], { ownerId: world.carl })).code).toBe('owner-not-a-member');
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<a@kunde.example>' });
    await world.ticketFor(conversationId);
    const other = await world.ticketFor((await world.mailFrom('per@kunde.example')).conversationId);
    const mail = aSeenMail(world, ida, { references: ['<a@kunde.example>'], text: 'More' });
    expect((await log(world, world.ann, [mail], { ticketId: other })).code).toBe('has-ticket');
  });

  it('VIEW-10 K13 not into trash, nor what was deleted for good', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<a@kunde.example>' });
    const mail = () => aSeenMail(world, ida, { rfcMessageId: '<a@kunde.example>', date: world.at });
    await world.act(world.ann, 'trashConversation', { conversationId });
    expect((await log(world, world.ann, [mail()])).code).toBe('in-trash');
    await world.act(world.ann, 'deleteForever', { conversationId });
    expect((await log(world, world.ann, [mail()])).code).toBe('gone');
  });

  it('THR-6 D14 not into what somebody marked as spam or blocked', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom(ida, { rfcMessageId: '<a@kunde.example>' });
    await world.act(world.ann, 'markSpam', { conversationId });
    expect((await log(world, world.ann, [aSeenMail(world, ida, { references: ['<a@kunde.example>'] })])).code).toBe('in-spam');
  });

  it('D14 a blocked sender’s word in another’s conversation is kept and opens nothing', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom('per@kunde.example', { rfcMessageId: '<a@kunde.example>' });
    await world.act(world.ann, 'closeConversation', { conversationId });
    const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: ida.address, at: world.at };
    await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
    const { row } = await log(world, world.ann, [aSeenMail(world, ida, { references: ['<a@kunde.example>'] })]);
    expect([row?.conversationId, row?.blocked]).toEqual([conversationId, true]);
    expect(world.get('conversations', conversationId).status).toBe('closed');
  });

  it('CHN-1 an inbox without e-mail takes none', async () => {
    const world = new World();
    world.set('channels', world.mail, { kind: 'form', address: null });
    expect((await log(world, world.ann, [aSeenMail(world, ida)])).code).toBe('no-mail-channel');
  });
});

function settingsOf(world: World) {
  const ways = { mention: 'email', assignment: 'email', reply: 'email', conversation: 'email' } as const;
  return { id: world.id(), space: `agent:${world.bo}`, ways, quiet: null };
}

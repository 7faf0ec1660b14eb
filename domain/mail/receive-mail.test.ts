import { describe, expect, it } from 'vitest';
import { hour, minute, World } from '../../tests/support/world';
import { needsAnswer, viewsOf } from '../view/views-of';

describe('a mail that begins a conversation', () => {
  it('VIEW-1 LIST-2 stands in Unassigned with all the row shows', async () => {
    const world = new World();
    const { conversationId, ids } = await world.mailFrom(
      { name: 'Ida Vang', address: 'Ida@Kunde.example' },
      { subject: 'Ordre 12', text: 'Hej\n\nHvor er den?', cc: [{ name: 'Per', address: 'per@kunde.example' }], html: '<p>Hej</p>' },
    );
    const conversation = world.get('conversations', conversationId);
    expect(conversation).toMatchObject({
      subject: 'Ordre 12',
      preview: 'Hej Hvor er den?',
      contactId: ids.contactId,
      contactName: 'Ida Vang',
      contactAddress: 'ida@kunde.example',
      participants: [
        { name: 'Ida Vang', address: 'ida@kunde.example' },
        { name: 'Per', address: 'per@kunde.example' },
      ],
      startedBy: 'contact',
      firstInboundAt: world.at,
      lastInboundAt: world.at,
      messageCount: 1,
      dueAt: world.at + 2 * hour,
      status: 'open',
    });
    expect(viewsOf(conversation)).toEqual(['open', 'email', 'unassigned']);
    expect(world.get('messages', ids.messageId)).toMatchObject({ direction: 'in', htmlSize: 10 });
    expect(world.get('bodies', ids.messageId).html).toBe('<p>Hej</p>');
  });

  it('CHN-6 K6 makes the unknown sender a contact of the workspace, once', async () => {
    const world = new World();
    const first = await world.mailFrom({ name: 'Ida', address: 'Ida@kunde.example' });
    const { writes } = await world.try('host', 'receiveMessage', world.aMail('ida@KUNDE.example'));
    expect(world.rows.all('contacts')).toEqual([
      {
        id: first.ids.contactId,
        space: `workspace:${world.workspaceId}`,
        name: 'Ida',
        emails: ['ida@kunde.example'],
        phone: null,
        companyId: null,
        ownerId: null,
        createdAt: world.at,
      },
    ]);
    // K4: the workspace's counter is hot, a known contact is not written.
    expect(writes.map(({ table }) => table)).not.toContain('contacts');
  });

  it('CHN-6 a mail that names nobody, or claims to be from the inbox itself, makes no contact', async () => {
    const world = new World();
    world.set('inboxes', world.support, { roleAddressRule: 'off' });
    for (const from of ['', 'Support@havnegaard.example']) {
      const { conversationId } = await world.mailFrom(from);
      expect(world.get('conversations', conversationId)).toMatchObject({ contactId: null, participants: from ? [expect.anything()] : [] });
    }
    expect(world.rows.all('contacts')).toEqual([]);
  });

  it('LIST-2 an inbox without a goal owes no answer by any time', async () => {
    const world = new World();
    world.set('inboxes', world.support, { answerWithinMinutes: null });
    const { conversationId } = await world.mailFrom('ida@kunde.example');
    expect(world.get('conversations', conversationId).dueAt).toBeNull();
  });
});

describe('the same mail again (X8, ALL-7)', () => {
  it('X8 same Message-ID, From and Date within two minutes: nothing new', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const again = world.aMail('IDA@kunde.example', { rfcMessageId: first.rfcMessageId, date: world.at + minute });
    const { writes, refused } = await world.try('host', 'receiveMessage', again);
    expect([writes, refused]).toEqual([[], undefined]);
  });

  it('X8 the same id with another From or Date is another mail', async () => {
    const world = new World();
    const { rfcMessageId } = await world.mailFrom('ida@kunde.example');
    await world.mailFrom('eve@evil.example', { rfcMessageId });
    await world.mailFrom('ida@kunde.example', { rfcMessageId, date: world.at + 3 * minute });
    expect(world.rows.all('conversations')).toHaveLength(3);
  });

  it('X8 without Message-ID the bytes decide', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example', { rfcMessageId: null });
    await world.mailFrom('ida@kunde.example', { rfcMessageId: null, rawHash: first.rawHash });
    await world.mailFrom('ida@kunde.example', { rfcMessageId: null, rawHash: 'f'.repeat(64) });
    expect(world.rows.all('messages')).toHaveLength(2);
  });

  it('X8 a mail without Date that a server hands over twice is one', async () => {
    const world = new World();
    const { rfcMessageId } = await world.mailFrom('ida@kunde.example', { date: null });
    world.at += hour;
    await world.mailFrom('ida@kunde.example', { rfcMessageId, date: null });
    expect(world.rows.all('messages')).toHaveLength(1);
  });

  it('D22 to two inboxes it is one message each', async () => {
    const world = new World();
    const { rfcMessageId } = await world.mailFrom('ida@kunde.example');
    await world.mailFrom('ida@kunde.example', { rfcMessageId, channelId: world.salesMail });
    expect(world.rows.all('conversations').map(({ inboxId }) => inboxId)).toEqual([world.support, world.sales]);
  });

  it('D22 neither inbox names the other, in the message or among who takes part', async () => {
    const world = new World();
    const both = ['support@havnegaard.example', 'Sales@Havnegaard.example', 'per@kunde.example'].map((address) => ({ name: '', address }));
    const first = await world.mailFrom('ida@kunde.example', { to: both.slice(0, 1), cc: both.slice(1) });
    const second = await world.mailFrom('ida@kunde.example', { ...first, ids: world.aMail('').ids, to: both, channelId: world.salesMail });
    const named = [first, second].map(({ ids, conversationId }) => {
      const { to = [], cc = [] } = world.rows.row('messages', ids.messageId) ?? {};
      return [...to, ...cc, ...world.get('conversations', conversationId).participants].map(({ address }) => address.toLowerCase());
    });
    expect(named[0]).not.toContain('sales@havnegaard.example');
    expect(named[1]).not.toContain('support@havnegaard.example');
    for (const names of named) expect(names).toContain('per@kunde.example');
  });
});

describe('an answer in its thread', () => {
  it('THR-1 finds it by what it refers to, by our reply token, never by subject', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example', { subject: 'Hej' });
    const refers = await world.mailFrom('ida@kunde.example', { references: ['<unknown@x.example>', first.rfcMessageId ?? ''], subject: 'Other' });
    const token = await world.mailFrom('ida@kunde.example', { repliesTo: first.conversationId });
    const sameSubject = await world.mailFrom('ida@kunde.example', { subject: 'Re: Hej' });
    expect([refers, token].map(({ conversationId }) => conversationId)).toEqual([first.conversationId, first.conversationId]);
    expect(sameSubject.conversationId).not.toBe(first.conversationId);
  });

  it('INB-6 a thread of another inbox is none of its own', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const channelId = world.salesMail;
    const byRef = await world.mailFrom('ida@kunde.example', { channelId, references: [first.rfcMessageId ?? ''] });
    const byToken = await world.mailFrom('ida@kunde.example', { channelId, repliesTo: first.conversationId });
    for (const { conversationId } of [byRef, byToken]) expect(world.get('conversations', conversationId).inboxId).toBe(world.sales);
  });

  it('THR-19 a thread that has left this inbox is none of its own any more', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    world.set('conversations', first.conversationId, { inboxId: world.sales, space: `inbox:${world.sales}` });
    const answer = await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(answer.conversationId).not.toBe(first.conversationId);
  });

  it('THR-1 a stranger in it takes part, and is not its contact', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const { ids } = await world.mailFrom({ name: 'Per', address: 'per@kunde.example' }, { references: [first.rfcMessageId ?? ''] });
    const conversation = world.get('conversations', first.conversationId);
    expect(conversation).toMatchObject({ contactId: first.ids.contactId, contactAddress: 'ida@kunde.example' });
    expect(conversation.participants.map(({ address }) => address)).toEqual(['ida@kunde.example', 'per@kunde.example']);
    expect(world.get('messages', ids.messageId).author).toMatchObject({ contactId: ids.contactId, address: 'per@kunde.example' });
  });

  it('D17 a contact somebody took off is not put back', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    world.set('conversations', first.conversationId, { contactId: null, contactDetached: true });
    const { ids } = await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId).contactId).toBeNull();
    expect(world.get('messages', ids.messageId).author).toMatchObject({ contactId: null });
    const fresh = await world.mailFrom('ida@kunde.example');
    expect(world.get('conversations', fresh.conversationId).contactId).toBe(first.ids.contactId);
  });

  it('LIST-2 writing again does not put the answer further off', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    world.at += hour;
    await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId).dueAt).toBe(first.receivedAt + 2 * hour);
    await world.reply(world.ann, first.conversationId);
    world.at += hour;
    await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId).dueAt).toBe(world.at + 2 * hour);
  });

  it('D10 a role address in a thread of ours, by answer or by Cc, is no spam', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    await world.reply(world.ann, first.conversationId);
    await world.mailFrom('info@kunde.example', { references: [first.rfcMessageId ?? ''], bulk: true });
    expect(world.get('conversations', first.conversationId)).toMatchObject({ spam: null, messageCount: 3 });
  });
});

describe('what an answer wakes', () => {
  const line = (world: World, conversationId: string) => world.thread(conversationId).find(({ kind }) => kind === 'event')?.event;

  it('D4 a closed one reopens, with a line that says by whom', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    await world.act(world.ann, 'closeConversation', { conversationId: first.conversationId });
    await world.mailFrom({ name: 'Ida', address: 'ida@kunde.example' }, { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId)).toMatchObject({ status: 'open', messageCount: 4 });
    expect(line(world, first.conversationId)).toEqual({ code: 'reopened-by-answer', name: 'Ida' });
  });

  it('D4 TKT-6 its ticket and the ticket’s other conversation stay closed, and a line offers the ticket', async () => {
    const world = new World();
    const a = await world.mailFrom('ida@kunde.example');
    const b = await world.mailFrom('ida@kunde.example');
    const ticketId = await world.ticketFor(a.conversationId);
    world.set('conversations', b.conversationId, { ticketId });
    await world.act(world.ann, 'closeTicket', { ticketId });
    await world.mailFrom('ida@kunde.example', { references: [a.rfcMessageId ?? ''] });
    expect([a, b].map(({ conversationId }) => world.get('conversations', conversationId).status)).toEqual(['open', 'closed']);
    expect(world.get('tickets', ticketId).status).toBe('closed');
    expect(line(world, a.conversationId)).toEqual({ code: 'ticket-still-closed', name: 'A ticket' });
  });

  it('D4 the channel’s switch reopens the ticket, without touching its other conversation', async () => {
    const world = new World();
    world.set('channels', world.mail, { reopenTicketOnAnswer: true });
    const a = await world.mailFrom('ida@kunde.example');
    const b = await world.mailFrom('ida@kunde.example');
    const ticketId = await world.ticketFor(a.conversationId);
    world.set('conversations', b.conversationId, { ticketId });
    await world.act(world.ann, 'closeTicket', { ticketId });
    await world.mailFrom('ida@kunde.example', { references: [a.rfcMessageId ?? ''] });
    expect(world.get('tickets', ticketId).status).toBe('open');
    expect(world.get('conversations', b.conversationId).status).toBe('closed');
    expect(line(world, a.conversationId)?.code).toBe('reopened-by-answer');
  });

  it('D12 one in trash comes back, open, with its ticket and a line', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const ticketId = await world.ticketFor(first.conversationId);
    await world.act(world.ann, 'closeConversation', { conversationId: first.conversationId });
    await world.act(world.ann, 'trashConversation', { conversationId: first.conversationId });
    world.at += 20 * 24 * hour;
    await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId)).toMatchObject({ status: 'open', trashed: null });
    expect(world.get('tickets', ticketId).trashedAt).toBeNull();
    expect(line(world, first.conversationId)).toEqual({ code: 'restored-by-answer', name: 'ida@kunde.example' });
  });

  it('D12 D14 a blocked sender’s word is kept and wakes nothing', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: 'ida@kunde.example', at: world.at };
    await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
    await world.act(world.ann, 'trashConversation', { conversationId: first.conversationId });
    const before = world.get('conversations', first.conversationId);
    world.at += hour;
    await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
    expect(world.get('conversations', first.conversationId)).toEqual({ ...before, messageCount: before.messageCount + 1 });
  });

  it('LIST-1 D14 in Spam a blocked sender’s newest mail stands on top like any other', async () => {
    const world = new World();
    const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: 'ida@kunde.example', at: world.at };
    await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
    const first = await world.mailFrom('ida@kunde.example');
    world.at += hour;
    await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''], text: 'Again' });
    const conversation = world.get('conversations', first.conversationId);
    expect(conversation).toMatchObject({ spam: { reason: 'blocked-sender' }, lastInboundAt: world.at, preview: 'Again', messageCount: 2 });
  });

  it('VIEW-8 D11 a mail of ours leaves Sent when a person answers, not when a machine does', async () => {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    const { messageId } = await world.reply(world.ann, first.conversationId);
    const ours = { startedBy: 'us' as const, firstInboundAt: null, lastInboundAt: null, ownerId: world.ann };
    world.set('conversations', first.conversationId, ours);
    const references = [world.get('messages', messageId).rfcMessageId ?? ''];
    await world.mailFrom('ida@kunde.example', { references, automatic: 'auto-reply' });
    expect(viewsOf(world.get('conversations', first.conversationId))).toEqual(['sent']);
    await world.mailFrom('ida@kunde.example', { references });
    expect(viewsOf(world.get('conversations', first.conversationId))).toEqual(['open', 'email', 'mine']);
  });
});

describe('bounces and auto-replies', () => {
  async function sent(to = 'ida@kunde.example') {
    const world = new World();
    const first = await world.mailFrom('ida@kunde.example');
    world.at += hour;
    const { messageId } = await world.reply(world.ann, first.conversationId, { to: [{ name: '', address: to }] });
    await world.act('host', 'recordDelivery', { messageId, conversationId: first.conversationId, state: 'sent', text: '250 ok' });
    await world.act(world.ann, 'closeConversation', { conversationId: first.conversationId });
    world.at += minute;
    const rfcMessageId = world.get('messages', messageId).rfcMessageId;
    const bounce = (bounceOf: object) =>
      world.mailFrom('mailer-daemon@mx.example', {
        automatic: 'bounce',
        bulk: true,
        bounceOf: { rfcMessageId, recipient: to, text: '550 no such user', permanent: true, ...bounceOf },
      });
    return { world, conversationId: first.conversationId, messageId, bounce };
  }

  it('S30 a bounce marks the mail it names as failed in the server’s words, in its thread, without reopening it', async () => {
    const { world, conversationId, messageId, bounce } = await sent();
    const { ids } = await bounce({ recipient: 'IDA@kunde.example' });
    expect(world.get('messages', ids.messageId)).toMatchObject({ conversationId, automatic: 'bounce' });
    expect(world.get('messages', messageId).delivery).toEqual({ state: 'failed', at: world.at, text: '550 no such user' });
    expect(world.get('conversations', conversationId)).toMatchObject({
      status: 'closed',
      dueAt: null,
      deliveryProblem: { messageId, state: 'failed', text: '550 no such user' },
    });
    expect(needsAnswer(world.get('conversations', conversationId))).toBe(false);
    const lines = world.thread(conversationId).flatMap(({ event }) => event ?? []);
    expect(lines).toEqual([{ code: 'bounce-received', name: 'IDA@kunde.example' }]);
    expect(world.get('conversations', conversationId).participants.map(({ address }) => address)).toEqual(['ida@kunde.example']);
    expect(world.rows.all('contacts').map(({ emails }) => emails)).toEqual([['ida@kunde.example']]);
  });

  it.each([{ recipient: 'eve@evil.example' }, { rfcMessageId: '<forged@evil.example>' }, { rfcMessageId: null }, { permanent: false }])(
    'S30 one like %j marks nothing',
    async (forged) => {
      const { world, messageId, bounce } = await sent();
      await bounce(forged);
      expect(world.get('messages', messageId).delivery?.state).toBe('sent');
      expect(world.rows.all('messages').filter(({ event }) => event?.code === 'bounce-received')).toEqual([]);
    },
  );

  it('S30 a person’s mail that carries a report marks nothing', async () => {
    const { world, messageId } = await sent();
    const rfcMessageId = world.get('messages', messageId).rfcMessageId;
    const bounceOf = { rfcMessageId, recipient: 'ida@kunde.example', text: '550', permanent: true };
    await world.mailFrom('eve@evil.example', { automatic: null, bounceOf });
    expect(world.get('messages', messageId).delivery?.state).toBe('sent');
  });

  it('D4 an auto-reply does not reopen, owes nothing and needs no answer', async () => {
    const { world, conversationId, messageId } = await sent();
    const references = [world.get('messages', messageId).rfcMessageId ?? ''];
    const before = world.get('conversations', conversationId);
    await world.mailFrom('ida@kunde.example', { references, automatic: 'auto-reply', text: 'On holiday' });
    expect(world.get('conversations', conversationId)).toEqual({ ...before, messageCount: before.messageCount + 1, preview: 'On holiday' });
  });

  it('VIEW-3 a machine’s mail that belongs to no thread can be seen, and waits for nobody', async () => {
    const world = new World();
    const { conversationId } = await world.mailFrom('mailer-daemon@mx.example', { automatic: 'bounce', bulk: true });
    const conversation = world.get('conversations', conversationId);
    expect(viewsOf(conversation)).toEqual(['open', 'email', 'unassigned']);
    expect([conversation.dueAt, needsAnswer(conversation), world.rows.all('contacts')]).toEqual([null, false, []]);
  });
});

describe('forwarded mail (CHN-5)', () => {
  const forward = {
    from: { name: 'Ida', address: 'ida@kunde.example' },
    to: [{ name: '', address: 'ann@havnegaard.example' }],
    subject: 'Broken lamp',
    text: 'It is broken',
    html: null,
    date: Date.UTC(2026, 1, 1),
  };

  it('CHN-5 one of ours passes it on: logged to its original sender, marked by whom', async () => {
    const world = new World();
    const { conversationId, ids } = await world.mailFrom('Ann@havnegaard.example', { forward, bulk: true });
    expect(world.get('conversations', conversationId)).toMatchObject({
      contactName: 'Ida',
      contactAddress: 'ida@kunde.example',
      subject: 'Broken lamp',
      spam: null,
    });
    expect(world.get('messages', ids.messageId)).toMatchObject({
      text: 'It is broken',
      claimedAt: forward.date,
      forwardedBy: { address: 'Ann@havnegaard.example' },
      author: { address: 'ida@kunde.example' },
    });
  });

  it('CHN-5 the channel’s switch logs it to the forwarder instead', async () => {
    const world = new World();
    world.set('channels', world.mail, { logForwardsTo: 'forwarder' });
    const { conversationId } = await world.mailFrom('ann@havnegaard.example', { forward });
    expect(world.get('conversations', conversationId)).toMatchObject({ contactAddress: 'ann@havnegaard.example', subject: 'A question' });
  });

  it('CHN-5 VIEW-9 a colleague has looked at it, so with the switch it is no spam either; what a stranger passes on may be', async () => {
    const world = new World();
    world.set('channels', world.mail, { logForwardsTo: 'forwarder' });
    const ours = await world.mailFrom('ann@havnegaard.example', { forward, bulk: true });
    expect(world.get('conversations', ours.conversationId)).toMatchObject({ contactAddress: 'ann@havnegaard.example', spam: null });
    const strangers = await world.mailFrom('eve@evil.example', { forward, bulk: true });
    expect(world.get('conversations', strangers.conversationId).spam).toMatchObject({ reason: 'bulk-mail' });
  });

  it('S26 a stranger’s “From:” in a mail logs it to nobody but themselves', async () => {
    const world = new World();
    const { conversationId, ids } = await world.mailFrom('eve@evil.example', { forward });
    expect(world.get('conversations', conversationId).contactAddress).toBe('eve@evil.example');
    expect(world.get('messages', ids.messageId).forwardedBy).toBeNull();
  });

  it('S26 nor do we believe who is no agent any more', async () => {
    const world = new World();
    world.set('agents', world.bo, { active: false });
    const { conversationId } = await world.mailFrom('bo@havnegaard.example', { forward });
    expect(world.get('conversations', conversationId).contactAddress).toBe('bo@havnegaard.example');
  });

  it('X8 forwarded twice it is one message', async () => {
    const world = new World();
    const first = await world.mailFrom('ann@havnegaard.example', { forward });
    await world.mailFrom('ann@havnegaard.example', { forward, rfcMessageId: first.rfcMessageId });
    expect(world.rows.all('messages')).toHaveLength(1);
  });
});

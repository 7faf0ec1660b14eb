import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import { needsAnswer } from '../view/views-of';

const reply = (world: World, conversationId: string) => ({
  messageId: world.id(),
  conversationId,
  channelId: world.mail,
  to: [{ name: 'Ida', address: 'Ida@kunde.example' }],
  cc: [],
  bcc: [],
  subject: 'Re: A question',
  text: 'An answer',
  html: '<p>An answer</p>',
  attachments: [],
  inReplyTo: null,
  draftId: null,
});

it('RPL-1 I2 writes the message, its HTML, the intent keyed by the act, and the id its answer will find', async () => {
  const world = new World();
  const { conversationId, rfcMessageId } = await world.mailFrom('ida@kunde.example', { references: ['<older@kunde.example>'] });
  world.at += hour;
  const args = reply(world, conversationId);
  const { uuid, refused } = await world.try(world.ann, 'sendReply', args, { claimedAt: world.at - hour });
  expect(refused).toBeUndefined();

  const message = world.get('messages', args.messageId);
  expect(message).toMatchObject({
    kind: 'email',
    direction: 'out',
    author: { kind: 'agent', agentId: world.ann },
    receivedAt: world.at,
    claimedAt: world.at - hour,
    rfcMessageId: `<${args.messageId}@havnegaard.example>`,
    references: ['<older@kunde.example>', rfcMessageId],
    delivery: { state: 'queued', at: world.at, text: '' },
  });
  expect(world.get('bodies', args.messageId)).toMatchObject({ html: '<p>An answer</p>' });
  expect(message.htmlSize).toBe('<p>An answer</p>'.length);
  expect(world.rows.all('outboundMails')).toEqual([
    {
      id: uuid,
      inboxId: world.support,
      channelId: world.mail,
      conversationId,
      messageId: args.messageId,
      rfcMessageId: message.rfcMessageId,
      from: { name: 'Ann Berg Holm, Havnegaard', address: 'support@havnegaard.example' },
      recipients: ['Ida@kunde.example'],
      queuedAt: world.at,
    },
  ]);
  const answer = await world.mailFrom('ida@kunde.example', { references: [message.rfcMessageId ?? ''] });
  expect(answer.conversationId).toBe(conversationId);
});

it('LIST-2 what was owed is done and the row shows it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(world.get('conversations', conversationId).dueAt).toBe(world.at + 2 * hour);
  world.at += hour;
  await world.reply(world.ann, conversationId, { text: 'It is\non its way' });
  const conversation = world.get('conversations', conversationId);
  expect(conversation).toMatchObject({ dueAt: null, lastOutboundAt: world.at, preview: 'It is on its way', messageCount: 2 });
  expect(needsAnswer(conversation)).toBe(false);
});

it('CHN-3 the signature stands below, in both forms, and no token in it is left', async () => {
  const world = new World();
  world.set('channels', world.mail, { signatureHtml: '<p>{{agent.firstName}} &amp; co<br>Havnegaard</p>' });
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId);
  expect(world.get('messages', messageId).text).toBe('An answer\n\n-- \nAnn & co\nHavnegaard');
  expect(world.get('bodies', messageId).html).toContain('<p>Ann &amp; co<br>Havnegaard</p>');
});

it('RPL-8 the draft goes with it, somebody else’s of the same id does not', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>An', attachments: [] };
  const [own, others] = [world.id(), world.id()];
  await world.act(world.ann, 'saveDraft', { draftId: own, forkId: world.id(), conversationId, basedOn: 0, content });
  await world.act(world.bo, 'saveDraft', { draftId: others, forkId: world.id(), conversationId, basedOn: 0, content });
  await world.reply(world.ann, conversationId, { draftId: own });
  await world.reply(world.ann, conversationId, { draftId: others });
  expect(world.rows.all('drafts').map(({ id }) => id)).toEqual([others]);
});

it('D4 a reply to a closed conversation leaves it closed; the answer reopens it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'closeConversation', { conversationId });
  const { messageId } = await world.reply(world.ann, conversationId);
  expect(world.get('conversations', conversationId).status).toBe('closed');
  await world.mailFrom('ida@kunde.example', { references: [world.get('messages', messageId).rfcMessageId ?? ''] });
  expect(world.get('conversations', conversationId).status).toBe('open');
});

it('RPL-4 a chat is answered by mail where its visitor gave an address, from the inbox’s mail channel', async () => {
  const world = new World();
  const conversationId = await world.chatLine({ visitor: { name: 'Ida', address: 'ida@kunde.example' } });
  const { messageId } = await world.reply(world.bo, conversationId, { channelId: world.chat, subject: '' });
  expect(world.get('messages', messageId)).toMatchObject({
    kind: 'email',
    subject: 'Havnegaard',
    to: [{ name: 'Ida', address: 'ida@kunde.example' }],
  });
  expect(world.get('conversations', conversationId).channel).toBe('chat');
  expect(world.rows.all('outboundMails')).toMatchObject([{ channelId: world.mail }]);
});

it('RPL-4 without an address, or without a mail channel, it is refused with the reason', async () => {
  const world = new World();
  const nameless = await world.chatLine();
  expect(await world.act(world.ann, 'sendReply', { ...reply(world, nameless), to: [] })).toBe('no-recipient');
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  world.set('channels', world.mail, { kind: 'custom', address: null });
  expect(await world.act(world.ann, 'sendReply', reply(world, conversationId))).toBe('no-mail-channel');
});

it('INB-6 a channel of another inbox is never sent from', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.reply(world.ann, conversationId, { channelId: world.salesMail });
  expect(world.rows.all('outboundMails')).toMatchObject([{ from: { address: 'support@havnegaard.example' } }]);
});

it.each([
  'a@b.example\r\nBcc: evil@x.example',
  '"a@evil.example"@kunde.example',
  'a@b.example,c@d.example',
  '<a@b.example>',
  '@evil.example:a@b.example',
  'a%evil.example@b',
  'nobody',
])('RPL-7 a recipient like %j is refused and named', async (address) => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const outcome = await world.try(world.ann, 'sendReply', { ...reply(world, conversationId), cc: [{ name: '', address }] });
  expect(outcome.refused).toEqual({ refused: 'bad-recipient', detail: { address } });
});

it('RPL-7 no line break of a name or subject reaches a header', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const to = [{ name: 'Ida\r\nBcc: x@evil.example', address: 'ida@kunde.example' }];
  const { messageId } = await world.reply(world.ann, conversationId, { to, subject: 'Re:\r\nBcc: x@evil.example' });
  const message = world.get('messages', messageId);
  expect(message.to[0]?.name).toBe('Ida Bcc: x@evil.example');
  expect(message.subject).toBe('Re: Bcc: x@evil.example');
});

it('RPL-7 one mail each, however often an address is named', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.reply(world.ann, conversationId, {
    to: [{ name: '', address: 'ida@kunde.example' }],
    cc: [
      { name: '', address: 'IDA@kunde.example' },
      { name: '', address: 'per@kunde.example' },
    ],
  });
  expect(world.rows.all('outboundMails')[0]?.recipients).toHaveLength(2);
});

it('I2 the same message twice, an empty one, and one with a file that is not stored are refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = reply(world, conversationId);
  await world.act(world.ann, 'sendReply', args);
  expect(await world.act(world.ann, 'sendReply', args)).toBe('already-sent');
  expect(await world.act(world.ann, 'sendReply', { ...reply(world, conversationId), text: ' \n', html: '<p></p>' })).toBe('empty-message');
  const lost = { id: world.id(), name: 'a.pdf', type: 'application/pdf', size: 1, hash: null, contentId: null, inline: false, notStored: null };
  expect(await world.act(world.ann, 'sendReply', { ...reply(world, conversationId), attachments: [lost] })).toBe('attachment-missing');
  expect(world.rows.all('outboundMails')).toHaveLength(1);
});

it('RPL-1 an image alone, or a file alone, is a message', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const image = { ...reply(world, conversationId), text: '', html: '<p><img src="cid:a"></p>' };
  expect(await world.act(world.ann, 'sendReply', image)).toBeUndefined();
  const file = { id: world.id(), name: 'a.pdf', type: 'application/pdf', size: 1, hash: 'a'.repeat(64), contentId: null, inline: false };
  const alone = { ...reply(world, conversationId), text: '', html: '', attachments: [{ ...file, notStored: null }] };
  expect(await world.act(world.ann, 'sendReply', alone)).toBeUndefined();
});

it('VIEW-9 VIEW-10 nothing is sent from Spam or trash', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'markSpam', { conversationId });
  expect(await world.act(world.ann, 'sendReply', reply(world, conversationId))).toBe('in-spam');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'sendReply', reply(world, conversationId))).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'sendReply', reply(world, conversationId))).toBe('not-found');
  expect(world.rows.all('outboundMails')).toEqual([]);
});

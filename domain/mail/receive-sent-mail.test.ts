import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const support = { name: 'Havnegaard', address: 'support@havnegaard.example' };
const ida = { name: 'Ida', address: 'ida@kunde.example' };
const sent = (history = false) => ({ to: [ida], mailbox: { folder: 'sent' as const, history } });
const inbox = { folder: 'inbox' as const, history: true };

it('CHN-2 an answer given from another program appears as ours, and nothing is owed any more', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida);
  world.at += 60_000;
  const { ids } = await world.mailFrom(support, { ...sent(), references: [asked.rfcMessageId ?? ''], text: 'Yes' });
  expect(world.get('messages', ids.messageId)).toMatchObject({
    conversationId: asked.conversationId,
    direction: 'out',
    author: { kind: 'team', name: 'Havnegaard' },
    delivery: { state: 'sent' },
  });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({
    status: 'open',
    dueAt: null,
    lastOutboundAt: world.at,
    messageCount: 2,
    participants: [ida],
  });
});

it('X8 what we sent ourselves and find in the Sent folder is one message', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida);
  const { messageId } = await world.reply(world.ann, asked.conversationId);
  const { rfcMessageId, receivedAt } = world.get('messages', messageId);
  await world.mailFrom(support, { ...sent(), rfcMessageId, date: receivedAt + 1000 });
  expect(world.thread(asked.conversationId)).toHaveLength(2);
});

it('VIEW-8 a mail that begins a thread stands in Sent with its recipient; sent from an agent’s own address it is theirs', async () => {
  const world = new World();
  const { ids } = await world.mailFrom({ name: 'Bo Lund', address: 'bo@havnegaard.example' }, sent());
  expect(world.get('conversations', ids.conversationId)).toMatchObject({
    startedBy: 'us',
    contactName: 'Ida',
    contactAddress: ida.address,
    firstInboundAt: null,
    spam: null,
  });
  expect(world.get('messages', ids.messageId).author).toEqual({ kind: 'agent', agentId: world.bo });
});

it('VIEW-9 where we have written is no spam; what a person put there stays', async () => {
  const world = new World();
  const bulk = await world.mailFrom(ida, { bulk: true });
  expect(world.get('conversations', bulk.conversationId).spam?.reason).toBe('bulk-mail');
  await world.mailFrom(support, { ...sent(), references: [bulk.rfcMessageId ?? ''] });
  expect(world.get('conversations', bulk.conversationId).spam).toBeNull();
  await world.act(world.ann, 'markSpam', { conversationId: bulk.conversationId });
  await world.mailFrom(support, { ...sent(), references: [bulk.rfcMessageId ?? ''] });
  expect(world.get('conversations', bulk.conversationId).spam?.reason).toBe('marked-by-agent');
});

it('D21 history: open where the customer has the last word, closed where we have, and nobody is late for it', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida, { mailbox: inbox });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'open', dueAt: null });
  world.at += 1000;
  await world.mailFrom(support, { ...sent(true), references: [asked.rfcMessageId ?? ''] });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: null });
  world.at += 1000;
  await world.mailFrom(ida, { mailbox: inbox, references: [asked.rfcMessageId ?? ''] });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'open', dueAt: null });
  expect(world.thread(asked.conversationId).map(({ kind }) => kind)).toEqual(['email', 'email', 'email']);
});

it('D21 history changes nothing of what a person decided since, nor what is newer than it', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida);
  await world.act(world.ann, 'closeConversation', { conversationId: asked.conversationId });
  const references = [asked.rfcMessageId ?? ''];
  await world.mailFrom(ida, { mailbox: inbox, references, receivedAt: world.at + 1 });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'closed', closedBy: world.ann });
  await world.act(world.ann, 'reopenConversation', { conversationId: asked.conversationId });
  await world.mailFrom(support, { ...sent(true), references, receivedAt: world.at - 5000 });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'open' });
});

const archive = { folder: 'archive' as const, history: true };

it('D21 what was archived is dealt with: closed where it is the newest word, and again open where the customer wrote after it', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida, { mailbox: inbox });
  world.at += 1000;
  const references = [asked.rfcMessageId ?? ''];
  await world.mailFrom(ida, { mailbox: archive, references });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: null });
  // Archived, but older than what lies in the inbox: that decides.
  world.at += 2000;
  await world.mailFrom(ida, { mailbox: inbox, references });
  await world.mailFrom(ida, { mailbox: archive, references, receivedAt: world.at - 1000 });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'open', dueAt: null, messageCount: 4 });

  const alone = await world.mailFrom('ole@kunde.example', { mailbox: archive });
  expect(world.get('conversations', alone.conversationId)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: null, dueAt: null });
});

it('X8 a mail in the inbox that lies in the archive too stays one, and as it was in the inbox', async () => {
  const world = new World();
  const asked = await world.mailFrom(ida, { mailbox: inbox });
  const { rfcMessageId, receivedAt } = world.get('messages', asked.ids.messageId);
  await world.mailFrom(ida, { mailbox: archive, rfcMessageId, receivedAt, date: world.get('messages', asked.ids.messageId).claimedAt });
  expect(world.get('conversations', asked.conversationId)).toMatchObject({ status: 'open', messageCount: 1 });
});

it('CHN-2 in an archive, where both directions lie, ours is what an address of the inbox sent, or an agent who did not write to it', async () => {
  const world = new World();
  const direction = async (from: typeof support, to: typeof support) => {
    const { ids, conversationId } = await world.mailFrom(from, { to: [to], mailbox: archive });
    const { status, startedBy } = world.get('conversations', conversationId);
    return `${world.get('messages', ids.messageId).direction} ${startedBy} ${status}`;
  };
  const bo = { name: 'Bo Lund', address: 'bo@havnegaard.example' };
  expect(await direction(support, ida)).toBe('out us closed');
  expect(await direction(bo, ida)).toBe('out us closed');
  expect(await direction(bo, support)).toBe('in contact closed');
  expect(await direction(ida, support)).toBe('in contact closed');
});

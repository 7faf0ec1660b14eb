import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import { mergeConversations } from './merge-conversations';

const two = async (world: World) => {
  const { conversationId: a } = await world.mailFrom({ name: 'Kim', address: 'kim@kunde.example' }, { subject: 'Chairs', text: 'Two chairs came' });
  world.at += minute;
  const mail = await world.mailFrom(
    { name: 'Lea', address: 'lea@kunde.example' },
    { subject: 'Legs', text: 'And no legs', html: '<p>And no legs</p>' },
  );
  return { a, b: mail.conversationId, mail };
};
const merge = (world: World, a: string, b: string) =>
  world.act(world.ann, 'mergeConversations', { conversationId: a, sourceId: b, keepTicketId: null });

it('THR-17 the row of the merged is that of all its messages, and nothing of the other is left on its own', async () => {
  const world = new World();
  const { a, b, mail } = await two(world);
  const before = world.get('conversations', b);
  await merge(world, a, b);
  expect(world.get('conversations', a)).toMatchObject({
    ...{ subject: 'Chairs', preview: 'And no legs', contactName: 'Kim', messageCount: 3, lastInboundAt: before.lastInboundAt },
    participants: [
      { name: 'Kim', address: 'kim@kunde.example' },
      { name: 'Lea', address: 'lea@kunde.example' },
    ],
  });
  for (const words of ['Legs', 'Lea', 'no legs']) expect(JSON.stringify(world.get('conversations', b))).not.toContain(words);
  const { messageId } = mail.ids;
  expect(world.get('messages', messageId).movedFrom).toEqual([b]);
  for (const table of ['messages', 'bodies', 'mailIds'] as const) expect(world.get(table, messageId).conversationId).toBe(a);
});

it('X26 THR-17 undone, both rows and every message are as they were, but for where they have been', async () => {
  const world = new World();
  const { a, b } = await two(world);
  const all = () => JSON.stringify([world.rows.all('conversations'), world.rows.all('mailIds'), world.rows.all('bodies')]);
  const before = all();
  const { uuid } = await world.try(world.ann, 'mergeConversations', { conversationId: a, sourceId: b, keepTicketId: null });
  expect(all()).not.toBe(before);
  await world.act(world.ann, 'undo', { actId: uuid });
  expect(JSON.parse(all())).toEqual(JSON.parse(before));
});

it('THR-17 a mail that failed stands on the row; the words hidden since are in nobody’s undo', async () => {
  const world = new World();
  const { a, b } = await two(world);
  const { messageId } = await world.reply(world.bo, b);
  await world.act('host', 'recordDelivery', { messageId, conversationId: b, state: 'sending', text: '' });
  const { uuid } = await world.try(world.ann, 'mergeConversations', { conversationId: a, sourceId: b, keepTicketId: null });
  expect(await world.act('host', 'recordDelivery', { messageId, conversationId: b, state: 'failed', text: 'No such user' })).toBeUndefined();
  expect(world.get('conversations', a).deliveryProblem).toMatchObject({ messageId, state: 'failed' });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('not-apart');
});

it('RPL-8 D16 a reply that waits is taken back after its conversation was merged away', async () => {
  const world = new World();
  const { a, b } = await two(world);
  const { uuid } = await world.reply(world.bo, b);
  await merge(world, a, b);
  expect(await world.act(world.bo, 'cancelSend', { actId: uuid, conversationId: b, draft: null })).toBeUndefined();
  expect(world.get('conversations', a)).toMatchObject({ messageCount: 3, lastOutboundAt: null });
});

it('D28 D16 a chat goes on in the conversation it was merged into', async () => {
  const world = new World();
  const { a } = await two(world);
  const chat = await world.chatLine();
  await merge(world, a, chat);
  await world.chatLine({ conversationId: chat, text: 'Still there?' });
  expect(world.get('conversations', a)).toMatchObject({ messageCount: 4, preview: 'Still there?', channel: 'email' });
});

it('THR-17 INB-6 an agent of another inbox may not, wherever they stand, nor may the host', async () => {
  const world = new World();
  const { a, b } = await two(world);
  const { conversationId: own } = await world.mailFrom('ole@kunde.example', { channelId: world.salesMail });
  for (const [conversationId, sourceId] of [
    [a, b],
    [own, b],
    [a, own],
  ] as const)
    expect(await world.act(world.carl, 'mergeConversations', { conversationId, sourceId, keepTicketId: null })).toBe('not-found');
  expect(await world.act('host', 'mergeConversations', { conversationId: a, sourceId: b, keepTicketId: null })).toBe('not-allowed');
  world.set('conversations', own, { space: world.get('conversations', a).space });
  expect(await merge(world, a, own)).toBe('other-inbox');
  expect(mergeConversations.undoable).toBe(true);
});

import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

/** Kim asks, Bo answers, Lea asks something else in the same thread. */
async function glued(world: World) {
  const first = await world.mailFrom({ name: 'Kim', address: 'kim@kunde.example' }, { subject: 'Chairs' });
  const { conversationId: a } = first;
  world.at += minute;
  const { messageId } = await world.reply(world.bo, a);
  world.at += minute;
  const lea = await world.mailFrom(
    { name: 'Lea', address: 'lea@kunde.example' },
    { subject: 'Invoice', text: 'My invoice', references: [first.rfcMessageId ?? ''] },
  );
  return { a, answer: messageId, lea };
}

it('THR-17 what was split off is counted where it is: subject, contact, participants, times and what is owed', async () => {
  const world = new World();
  const { a, lea } = await glued(world);
  const b = world.id();
  expect(await world.act(world.ann, 'splitConversation', { conversationId: a, messageId: lea.ids.messageId, newConversationId: b })).toBeUndefined();
  expect(world.get('conversations', a)).toMatchObject({ subject: 'Chairs', messageCount: 3, preview: 'An answer', dueAt: null });
  expect(world.get('conversations', b)).toMatchObject({
    ...{ subject: 'Invoice', preview: 'My invoice', contactName: 'Lea', contactAddress: 'lea@kunde.example', startedBy: 'contact', ticketId: null },
    ...{ messageCount: 2, createdAt: world.at, firstInboundAt: world.at, dueAt: world.at + 120 * minute },
    participants: [{ name: 'Lea', address: 'lea@kunde.example' }],
  });
});

it('THR-1 THR-17 an answer to what was split off goes there, also by the first one’s reply token', async () => {
  const world = new World();
  const { a, answer, lea } = await glued(world);
  const b = world.id();
  await world.act(world.ann, 'splitConversation', { conversationId: a, messageId: answer, newConversationId: b });
  const { rfcMessageId } = world.get('messages', answer);
  const next = await world.mailFrom('kim@kunde.example', { repliesTo: a, references: [rfcMessageId ?? ''] });
  expect(next.conversationId).toBe(b);
  expect((await world.mailFrom('kim@kunde.example', { repliesTo: a })).conversationId).toBe(a);
  expect((await world.mailFrom('lea@kunde.example', { references: [lea.rfcMessageId ?? ''] })).conversationId).toBe(b);
});

it('I8 THR-17 a mail on its way says where it stands, in the conversation it was split into', async () => {
  const world = new World();
  const { a, answer } = await glued(world);
  const b = world.id();
  await world.act('host', 'recordDelivery', { messageId: answer, conversationId: a, state: 'sending', text: '' });
  await world.act(world.ann, 'splitConversation', { conversationId: a, messageId: answer, newConversationId: b });
  expect(await world.act('host', 'recordDelivery', { messageId: answer, conversationId: a, state: 'failed', text: 'No' })).toBeUndefined();
  expect([world.get('conversations', a).deliveryProblem, world.get('conversations', b).deliveryProblem?.messageId]).toEqual([null, answer]);
  expect(await world.act('host', 'recordDelivery', { messageId: answer, conversationId: world.id(), state: 'sent', text: '' })).toBe('not-found');
});

it('X26 THR-17 undone after a further mail, the rows are those of their messages', async () => {
  const world = new World();
  const { a, lea } = await glued(world);
  const before = world.get('conversations', a);
  const split = { conversationId: a, messageId: lea.ids.messageId, newConversationId: world.id() };
  const { uuid } = await world.try(world.ann, 'splitConversation', split);
  world.at += minute;
  await world.act(world.bo, 'addComment', {
    messageId: world.id(),
    conversationId: a,
    text: 'Noted',
    html: '<p>Noted</p>',
    mentions: [],
    attachments: [],
    draftId: null,
  });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('conversations', a)).toEqual({ ...before, messageCount: 4, commentPreview: { agentId: world.bo, text: 'Noted', at: world.at } });
});

it('THR-17 INB-6 an agent of another inbox may not, nor the host; not at a line of the rules, nor into what is there', async () => {
  const world = new World();
  const { a, lea } = await glued(world);
  const split = { conversationId: a, messageId: lea.ids.messageId, newConversationId: world.id() };
  expect(await world.act(world.carl, 'splitConversation', split)).toBe('not-found');
  expect(await world.act('host', 'splitConversation', split)).toBe('not-allowed');
  const { conversationId: other } = await world.mailFrom('ole@kunde.example');
  expect(await world.act(world.ann, 'splitConversation', { ...split, newConversationId: other })).toBe('not-found');
  expect(await world.act(world.ann, 'splitConversation', { ...split, conversationId: other })).toBe('not-found');
  world.set('messages', lea.ids.messageId, { kind: 'event' });
  expect(await world.act(world.ann, 'splitConversation', split)).toBe('not-found');
});

it('THR-17 RPL-8 a reply that waits and was split off is not taken back from the thread it left', async () => {
  const world = new World();
  const { a } = await glued(world);
  world.at += minute;
  const { uuid, messageId } = await world.reply(world.bo, a);
  const b = world.id();
  await world.act(world.ann, 'splitConversation', { conversationId: a, messageId, newConversationId: b });
  const rows = [world.get('conversations', a), world.get('conversations', b)];
  expect(await world.act(world.bo, 'cancelSend', { actId: uuid, conversationId: a, draft: null })).toBe('nothing-to-undo');
  expect([world.get('conversations', a), world.get('conversations', b)]).toEqual(rows);
});

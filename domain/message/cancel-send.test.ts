import { expect, it } from 'vitest';
import { hour, minute, World } from '../../tests/support/world';
import type { DraftContent } from '../model/draft';
import type { Id } from '../model/ids';

const words: DraftContent = {
  mode: 'reply',
  to: [{ name: 'Ida', address: 'ida@kunde.example' }],
  cc: [{ name: '', address: 'per@kunde.example' }],
  bcc: [],
  html: '<p>Not <strong>yet</strong></p>',
  attachments: [],
};
const everything = (world: World) =>
  Object.fromEntries(
    (['conversations', 'tickets', 'messages', 'bodies', 'outboundMails', 'mailIds'] as const).map((table) => [table, world.rows.all(table)]),
  );
const cancel = (world: World, by: Id, sent: { uuid: Id }, conversationId: Id, content: DraftContent | null = words) =>
  world.act(by, 'cancelSend', { actId: sent.uuid, conversationId, draft: content && { id: world.id(), content } });

it('RPL-8 X11 the reply leaves thread and row as if never written, and its words are a draft again', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example', { text: 'Where is it?' });
  const draftId = world.id();
  await world.act(world.ann, 'saveDraft', { draftId, forkId: world.id(), conversationId, basedOn: 0, content: words });
  world.at += minute;
  const before = everything(world);
  const sent = await world.reply(world.ann, conversationId, { draftId, html: words.html, to: words.to, cc: words.cc });
  expect(world.get('conversations', conversationId)).toMatchObject({ dueAt: null, messageCount: 2, preview: 'An answer' });
  expect(world.rows.all('drafts')).toEqual([]);

  world.at += 5000;
  expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
  expect(everything(world)).toEqual(before);
  expect(world.rows.all('drafts')).toMatchObject([{ conversationId, updatedAt: world.at, content: words }]);
});

it('RPL-8 on a device that has the thread newer than its row, too, which does not count the reply and its file yet', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { attachmentCount, messageCount } = world.get('conversations', conversationId);
  const file = { id: world.id(), name: 'a.txt', type: 'text/plain', size: 1, hash: 'ab'.repeat(32), contentId: null, inline: false, notStored: null };
  const sent = await world.reply(world.ann, conversationId, { attachments: [file] });
  world.set('conversations', conversationId, { attachmentCount, messageCount });
  expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ attachmentCount: 0, messageCount: 0 });
});

it('I2 it is cancelled for good: a second time there is nothing left', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const sent = await world.reply(world.ann, conversationId);
  expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
  expect(await cancel(world, world.ann, sent, conversationId)).toBe('nothing-to-undo');
  expect([...world.rows.all('outboundMails'), ...world.rows.all('mailIds').filter(({ id }) => id === sent.messageId)]).toEqual([]);
});

it.each(['sending', 'sent', 'failed', 'unknown'] as const)('I2 X11 once it is %s it is refused, and all stays', async (state) => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const sent = await world.reply(world.ann, conversationId);
  await world.act('host', 'recordDelivery', { messageId: sent.messageId, conversationId, state, text: '' });
  const before = everything(world);
  expect(await cancel(world, world.ann, sent, conversationId)).toBe('already-left');
  expect(everything(world)).toEqual(before);
  expect(world.rows.all('drafts')).toEqual([]);
});

it('I12 an attempt the server put off waits again, and can be taken back', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const sent = await world.reply(world.ann, conversationId);
  for (const state of ['sending', 'queued'] as const)
    await world.act('host', 'recordDelivery', { messageId: sent.messageId, conversationId, state, text: '451 later' });
  expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
});

it('LIST-2 what came meanwhile stays: a comment, an answer, an owner; the earlier time to answer counts again', async () => {
  const world = new World();
  const first = await world.mailFrom('ida@kunde.example', { text: 'Where is it?' });
  const { conversationId } = first;
  const { dueAt } = world.get('conversations', conversationId);
  world.at += hour;
  const sent = await world.reply(world.ann, conversationId);
  world.at += 1000;
  await world.act(world.bo, 'addComment', {
    messageId: world.id(),
    conversationId,
    text: 'Wait',
    html: '',
    mentions: [],
    attachments: [],
    draftId: null,
  });
  await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''], text: 'Hello?' });
  await world.act(world.bo, 'assignConversation', { conversationId, ownerId: world.bo });
  expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({
    messageCount: 4,
    preview: 'Hello?',
    commentPreview: { text: 'Wait' },
    lastOutboundAt: null,
    dueAt,
    ownerId: world.bo,
  });
});

it('LIST-2 two replies taken back in either order leave the row owed as before', async () => {
  for (const newestFirst of [true, false]) {
    const world = new World();
    const { conversationId } = await world.mailFrom('ida@kunde.example', { text: 'Where is it?' });
    const before = world.get('conversations', conversationId);
    world.at += minute;
    const one = await world.reply(world.ann, conversationId, { text: 'One' });
    world.at += 1000;
    const two = await world.reply(world.bo, conversationId, { text: 'Two' });
    const acts = [() => cancel(world, world.ann, one, conversationId), () => cancel(world, world.bo, two, conversationId)];
    for (const act of newestFirst ? acts.reverse() : acts) expect(await act()).toBeUndefined();
    expect(world.get('conversations', conversationId)).toEqual(before);
  }
});

it('D1 D13 in a conversation closed, trashed or marked as spam meanwhile it is stopped all the same, and nothing is owed there', async () => {
  for (const act of ['closeConversation', 'trashConversation', 'markSpam'] as const) {
    const world = new World();
    const { conversationId } = await world.mailFrom('ida@kunde.example');
    const sent = await world.reply(world.ann, conversationId);
    await world.act(world.bo, act, { conversationId });
    expect(await cancel(world, world.ann, sent, conversationId)).toBeUndefined();
    expect(world.rows.all('outboundMails')).toEqual([]);
    const { status, spam, dueAt } = world.get('conversations', conversationId);
    if (status === 'closed' || spam) expect(dueAt).toBeNull();
  }
});

it('I2 "Send again" is taken back too: the mail stands as failed, as before', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId);
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'failed', text: '550 no' });
  world.at += minute;
  const before = everything(world);
  const again = await world.try(world.bo, 'retrySend', { messageId, conversationId, newMessageId: world.id() });
  expect(await cancel(world, world.bo, again, conversationId, null)).toBeUndefined();
  expect(everything(world)).toEqual(before);
});

it('X11 a draft of that name goes on; nobody else’s is written over', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const draft = { id: world.id(), content: words };
  await world.act(world.bo, 'saveDraft', { draftId: draft.id, forkId: world.id(), conversationId, basedOn: 0, content: words });
  const sent = await world.reply(world.ann, conversationId);
  expect(await world.act(world.ann, 'cancelSend', { actId: sent.uuid, conversationId, draft })).toBe('not-found');
});

it('X26 the generic undo does not touch it: a mail is never hidden while it goes out', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const sent = await world.reply(world.ann, conversationId);
  expect(await world.act(world.ann, 'undo', { actId: sent.uuid })).toBe('nothing-to-undo');
  expect(world.rows.all('outboundMails')).toHaveLength(1);
});

it('INB-6 K10 who may not: anybody but its author, in another conversation, or once no member of its inbox', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const other = await world.mailFrom('per@kunde.example');
  const sent = await world.reply(world.bo, conversationId);
  expect(await cancel(world, world.ann, sent, conversationId)).toBe('nothing-to-undo');
  expect(await cancel(world, world.bo, sent, other.conversationId)).toBe('nothing-to-undo');
  const closed = await world.try(world.bo, 'closeConversation', { conversationId });
  expect(await cancel(world, world.bo, closed, conversationId)).toBe('nothing-to-undo');
  await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo });
  expect(await cancel(world, world.bo, sent, conversationId)).toBe('not-found');
  expect(world.rows.all('outboundMails')).toHaveLength(1);
});

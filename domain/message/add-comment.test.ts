import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

const comment = (world: World, conversationId: string) => ({
  messageId: world.id(),
  conversationId,
  text: 'Ask Bo\nabout it',
  html: '<p>Ask Bo about it</p>',
  mentions: [world.bo],
  attachments: [],
  draftId: null,
});

it('RPL-3 LIST-2 internal, previewed on the row, and nothing of it is ever a mail', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example', { text: 'Where is it?' });
  const before = world.get('conversations', conversationId);
  world.at += minute;
  const args = comment(world, conversationId);
  expect(await world.act(world.ann, 'addComment', args)).toBeUndefined();

  expect(world.get('messages', args.messageId)).toMatchObject({ kind: 'comment', direction: 'internal', to: [], rfcMessageId: null, delivery: null });
  expect(world.get('messages', args.messageId).mentions).toEqual([world.bo]);
  expect(world.get('conversations', conversationId)).toEqual({
    ...before,
    commentPreview: { agentId: world.ann, text: 'Ask Bo about it', at: world.at },
    messageCount: before.messageCount + 1,
  });
  expect([...world.rows.all('outboundMails'), ...world.rows.all('mailIds').filter(({ id }) => id === args.messageId)]).toEqual([]);
});

it('RPL-3 the reply after a comment quotes and refers to the mail before it', async () => {
  const world = new World();
  const { conversationId, rfcMessageId } = await world.mailFrom('ida@kunde.example');
  const args = comment(world, conversationId);
  await world.act(world.ann, 'addComment', args);
  const { messageId } = await world.reply(world.ann, conversationId, { inReplyTo: args.messageId });
  expect(world.get('messages', messageId).references).toEqual([rfcMessageId]);
});

it('D23 naming somebody who cannot read it is refused, with who', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const outcome = await world.try(world.ann, 'addComment', { ...comment(world, conversationId), mentions: [world.carl] });
  expect(outcome.refused).toEqual({ refused: 'not-a-member', detail: { agentId: world.carl } });
});

it('RPL-8 its draft goes with it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const draftId = world.id();
  const content = { mode: 'comment' as const, to: [], cc: [], bcc: [], html: '<p>Ask', attachments: [] };
  await world.act(world.ann, 'saveDraft', { draftId, forkId: world.id(), conversationId, basedOn: 0, content });
  await world.act(world.ann, 'addComment', { ...comment(world, conversationId), draftId });
  expect(world.rows.all('drafts')).toEqual([]);
});

it('RPL-3 twice, empty, or on what lies in trash: refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = comment(world, conversationId);
  await world.act(world.ann, 'addComment', args);
  expect(await world.act(world.ann, 'addComment', args)).toBe('already-sent');
  expect(await world.act(world.ann, 'addComment', { ...comment(world, conversationId), text: '', html: '' })).toBe('empty-message');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'addComment', comment(world, conversationId))).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'addComment', { ...comment(world, conversationId), mentions: [] })).toBe('not-found');
});

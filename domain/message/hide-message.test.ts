import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { tableNames } from '../core/tables';
import { quotesOf } from './quotes-of';

const secret = '4111 1111 1111 1234';
/** Tables a word stands in. */
const holds = (world: World, words: string) => tableNames.filter((table) => JSON.stringify(world.rows.all(table)).includes(words));
const fileOf = (world: World) => ({
  id: world.id(),
  name: 'kort.pdf',
  type: 'application/pdf',
  size: 3,
  hash: 'ab'.repeat(32),
  contentId: null,
  inline: false,
  notStored: null,
});

async function withSecret(world: World) {
  const mail = await world.mailFrom('kim@kunde.example', {
    text: `Hi\nMy card is ${secret}`,
    html: `<p>${secret}</p>`,
    attachments: [fileOf(world)],
    rawHash: 'cd'.repeat(32),
  });
  return { mail, conversationId: mail.conversationId, messageId: mail.ids.messageId };
}

it('D15 given "4111…" in M1, quoted in M2; when M1 is hidden; then it stands in M2 and the vault alone, and M2 was named', async () => {
  const world = new World();
  const { mail, conversationId, messageId } = await withSecret(world);
  world.at += 1;
  const quoted = `> Hi\n> My card is\n> ${secret}\n`;
  const second = await world.mailFrom('lea@kunde.example', { references: [mail.rfcMessageId ?? ''], text: 'See below', quotedText: quoted });
  const other = await world.mailFrom('lea@kunde.example', { references: [mail.rfcMessageId ?? ''], text: 'Hi\nthere' });
  const thread = world.thread(conversationId);
  const first = world.get('messages', messageId);
  expect(quotesOf(first, thread).map(({ id }) => id)).toEqual([second.ids.messageId]);
  expect(quotesOf(world.get('messages', other.ids.messageId), thread)).toEqual([]);

  expect(await world.act(world.bo, 'hideMessage', { conversationId, messageIds: [messageId] })).toBeUndefined();
  expect(holds(world, secret)).toEqual(['messages', 'hiddenMessages']);
  expect(
    world
      .thread(conversationId)
      .filter(({ text, quotedText }) => `${text}${quotedText}`.includes(secret))
      .map(({ id }) => id),
  ).toEqual([second.ids.messageId]);
  expect(world.get('messages', messageId)).toMatchObject({
    hidden: { by: world.bo, at: world.at },
    attachments: [],
    rawHash: null,
    htmlSize: 0,
    author: first.author,
  });
  expect(quotesOf(first, world.thread(conversationId))).toHaveLength(1);
});

it('D15 the row’s preview, its count of files and its comment are without it, and as before once it is shown', async () => {
  const world = new World();
  const { conversationId, messageId } = await withSecret(world);
  const comment = {
    messageId: world.id(),
    conversationId,
    text: `It is ${secret}`,
    html: `<p>${secret}</p>`,
    mentions: [],
    attachments: [],
    draftId: null,
  };
  world.at += 1;
  await world.act(world.ann, 'addComment', { ...comment, messageId: world.id(), text: 'First', html: '' });
  world.at += 1;
  await world.act(world.ann, 'addComment', comment);
  const before = { row: world.get('conversations', conversationId), thread: world.thread(conversationId), bodies: world.rows.all('bodies') };
  const args = { conversationId, messageIds: [messageId, comment.messageId] };
  await world.act(world.ann, 'hideMessage', args);
  expect(world.get('conversations', conversationId)).toMatchObject({
    preview: '',
    previewHidden: messageId,
    attachmentCount: 0,
    commentPreview: { text: 'First' },
  });
  expect(holds(world, secret).filter((table) => table !== 'undoEntries')).toEqual(['hiddenMessages']);
  expect(await world.act(world.ann, 'unhideMessage', args)).toBeUndefined();
  expect({ row: world.get('conversations', conversationId), thread: world.thread(conversationId), bodies: world.rows.all('bodies') }).toEqual(before);
  expect(world.rows.all('hiddenMessages')).toEqual([]);
});

it('D15 what comes after it is previewed; a word of hers that says the same hides nothing of a newer one', async () => {
  const world = new World();
  const { mail, conversationId, messageId } = await withSecret(world);
  await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [messageId] });
  world.at += 1;
  const more = { references: [mail.rfcMessageId ?? ''], text: 'And now?' };
  const second = await world.mailFrom('kim@kunde.example', more);
  expect(world.get('conversations', conversationId)).toMatchObject({ preview: 'And now?' });
  expect(world.get('conversations', conversationId).previewHidden).toBeUndefined();
  world.at += 1;
  await world.mailFrom('kim@kunde.example', more);
  await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [second.ids.messageId] });
  expect(world.get('conversations', conversationId).preview).toBe('And now?');
});

it('D15 the same mail comes again; it stays a placeholder', async () => {
  const world = new World();
  const { mail, conversationId, messageId } = await withSecret(world);
  await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [messageId] });
  await world.act('host', 'receiveMessage', {
    ...mail,
    ids: { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() },
  });
  expect(world.thread(conversationId)).toHaveLength(1);
  expect(holds(world, secret)).toEqual(['hiddenMessages']);
});

it('D15 the tries of a mail that failed go along; it is not sent again, and one on its way is not hidden', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('kim@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId, { text: secret, html: `<p>${secret}</p>` });
  expect(await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [messageId] })).toBe('mail-on-its-way');
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'failed', text: '550' });
  const again = world.id();
  await world.act(world.ann, 'retrySend', { messageId, conversationId, newMessageId: again });
  await world.act('host', 'recordDelivery', { messageId: again, conversationId, state: 'failed', text: '550' });
  await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [again] });
  expect(world.get('messages', messageId).hidden).toBeDefined();
  expect(holds(world, secret).filter((table) => table !== 'undoEntries')).toEqual(['hiddenMessages']);
  expect(await world.act(world.ann, 'retrySend', { messageId: again, conversationId, newMessageId: world.id() })).toBe('message-hidden');
  expect(await world.act(world.bo, 'hideMessage', { conversationId, messageIds: [again] })).toBe('message-hidden');
});

it('VIEW-10 deleted for good, what it said goes from the vault too', async () => {
  const world = new World();
  const { conversationId, messageId } = await withSecret(world);
  await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [messageId] });
  await world.act(world.ann, 'trashConversation', { conversationId });
  await world.act(world.ann, 'deleteForever', { conversationId });
  expect(holds(world, secret)).toEqual([]);
});

it('INB-6 an agent of another inbox may not; a line the rules wrote, or a message of another thread, is none', async () => {
  const world = new World();
  const { conversationId, messageId } = await withSecret(world);
  const other = await world.mailFrom('lea@kunde.example');
  expect(await world.act(world.carl, 'hideMessage', { conversationId, messageIds: [messageId] })).toBe('not-found');
  expect(await world.act(world.ann, 'hideMessage', { conversationId, messageIds: [other.ids.messageId] })).toBe('not-found');
  expect(world.get('messages', messageId).hidden).toBeUndefined();
});

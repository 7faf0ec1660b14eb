import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { tableNames } from '../core/tables';
import type { Id } from '../model/ids';
import { day } from './kept-in-trash';

const canary = 'Kardemomme';

/** A mail with every kind of trace, in trash: a body, a comment, a reply that was sent, a ticket. */
async function inTrash(world: World) {
  const mail = await world.mailFrom('ida@kunde.example', { text: canary, html: `<p>${canary}</p>`, subject: canary });
  const { conversationId } = mail;
  const ticketId = await world.ticketFor(conversationId);
  const sent = await world.reply(world.ann, conversationId, { text: canary, html: `<p>${canary}</p>` });
  await world.act('host', 'recordDelivery', { messageId: sent.messageId, conversationId, state: 'sent', text: '' });
  await world.act(world.ann, 'trashConversation', { conversationId });
  return { mail, conversationId, ticketId };
}
const holds = (world: World, words: string) =>
  tableNames.filter((table) => table !== 'undoEntries' && world.rows.all(table).some((row) => JSON.stringify(row).includes(words)));

it('VIEW-10 K13 nothing of it is in any table, and none of its mails comes in again', async () => {
  const world = new World();
  const { mail, conversationId, ticketId } = await inTrash(world);
  const ours = world.thread(conversationId).find(({ direction }) => direction === 'out');
  expect(await world.act(world.ann, 'deleteForever', { conversationId })).toBeUndefined();
  expect(holds(world, canary)).toEqual([]);
  expect(holds(world, mail.rfcMessageId ?? '')).toEqual([]);
  expect(world.rows.row('tickets', ticketId)).toBeUndefined();
  // What stands for the host to clear up with it (server/db/forget-purged.ts).
  expect(holds(world, conversationId)).toEqual(['purgedMails', 'outboundMails']);

  const before = world.rows.all('messages').length;
  await world.act('host', 'receiveMessage', {
    ...mail,
    ids: { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() },
  });
  const own = world.aMail('support@havnegaard.example', { rfcMessageId: ours?.rfcMessageId ?? '', mailbox: { folder: 'sent', history: true } });
  await world.act('host', 'receiveMessage', own);
  expect(world.rows.all('messages')).toHaveLength(before);
});

it('D12 its contact’s answer begins a new conversation', async () => {
  const world = new World();
  const { mail, conversationId } = await inTrash(world);
  await world.act(world.ann, 'deleteForever', { conversationId });
  const answer = await world.mailFrom('ida@kunde.example', { references: [mail.rfcMessageId ?? ''] });
  expect(answer.conversationId).not.toBe(conversationId);
  expect(world.get('conversations', answer.conversationId)).toMatchObject({ status: 'open', trashed: null });
});

it('K13 the same Message-ID in another inbox is another mail', async () => {
  const world = new World();
  const { mail, conversationId } = await inTrash(world);
  await world.act(world.ann, 'deleteForever', { conversationId });
  const elsewhere = await world.mailFrom('ida@kunde.example', { rfcMessageId: mail.rfcMessageId, channelId: world.salesMail });
  expect(world.thread(elsewhere.conversationId)).toHaveLength(1);
});

it('D27 a colleague’s edit of it is refused: nothing is made anew', async () => {
  const world = new World();
  const { conversationId } = await inTrash(world);
  await world.act(world.ann, 'deleteForever', { conversationId });
  expect(await world.act(world.bo, 'assignConversation', { conversationId, ownerId: world.bo })).toBe('gone');
  expect(await world.act(world.ann, 'deleteForever', { conversationId })).toBe('gone');
  expect(await world.act(world.carl, 'assignConversation', { conversationId, ownerId: world.bo })).toBe('not-found');
});

it('VIEW-10 drafts of who deletes it go along; a colleague’s words stay theirs', async () => {
  const world = new World();
  const { conversationId } = await inTrash(world);
  await world.act(world.ann, 'restoreConversation', { conversationId });
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Soon</p>', attachments: [] };
  const draft = (id: Id) => world.act(id, 'saveDraft', { draftId: world.id(), forkId: world.id(), conversationId, basedOn: 0, content });
  await draft(world.ann);
  await draft(world.bo);
  await world.act(world.ann, 'trashConversation', { conversationId });
  await world.act(world.ann, 'deleteForever', { conversationId });
  expect(world.rows.all('drafts').map(({ space }) => space)).toEqual([`agent:${world.bo}`]);
});

it('I2 a mail on its way holds the thread: how it ends is written there first', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { messageId } = await world.reply(world.ann, conversationId);
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'deleteForever', { conversationId })).toBe('mail-on-its-way');
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'failed', text: '550' });
  expect(await world.act(world.ann, 'deleteForever', { conversationId })).toBeUndefined();
});

it('VIEW-10 the host does it after 30 days and not before; who is no member may not', async () => {
  const world = new World();
  const { conversationId } = await inTrash(world);
  world.at += 30 * day - 1;
  expect(await world.act('host', 'deleteForever', { conversationId })).toBe('not-due');
  expect(await world.act(world.carl, 'deleteForever', { conversationId })).toBe('not-found');
  world.at += 1;
  expect(await world.act('host', 'deleteForever', { conversationId })).toBeUndefined();
});

it('VIEW-10 a thread longer than one look goes whole', async () => {
  const world = new World();
  const first = await world.mailFrom('ida@kunde.example');
  for (let n = 0; n < 520; n += 1) world.rows.put('messages', { ...world.get('messages', first.ids.messageId), id: world.id() });
  await world.act(world.ann, 'trashConversation', { conversationId: first.conversationId });
  await world.act(world.ann, 'deleteForever', { conversationId: first.conversationId });
  expect(world.rows.all('messages')).toEqual([]);
});

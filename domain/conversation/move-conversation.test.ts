import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mailboxIn } from '../../tests/support/world-mailbox';
import { inboxSpace } from '../model/ids';

/** Ann is in Sales too; a conversation of Support with a ticket, owned by `owner`. */
async function inSupport(world: World) {
  world.rows.put('members', { id: world.id(), space: inboxSpace(world.sales), inboxId: world.sales, agentId: world.ann });
  const mail = await world.mailFrom('kim@kunde.example', { html: '<p>Hello</p>' });
  const { conversationId } = mail;
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  return { mail, conversationId, ticketId, args: { conversationId, inboxId: world.sales, alongside: [] } };
}
const standing = (world: World) =>
  JSON.stringify([world.rows.all('conversations'), world.rows.all('messages'), world.rows.all('tickets'), world.rows.all('mailIds')]);

it('THR-19 D24 the whole thread goes with its ticket; an owner who is not in the other inbox owns neither any more', async () => {
  const world = new World();
  const { mail, conversationId, ticketId, args } = await inSupport(world);
  expect(await world.act(world.ann, 'moveConversation', args)).toBeUndefined();
  const there = { space: inboxSpace(world.sales), inboxId: world.sales };
  expect(world.get('conversations', conversationId)).toMatchObject({
    ...there,
    channelId: world.salesMail,
    ownerId: null,
    previousOwnerId: world.bo,
  });
  expect(world.get('tickets', ticketId)).toMatchObject({ ...there, ownerId: null, number: 1 });
  expect(world.thread(conversationId).map(({ space }) => space)).toEqual([there.space]);
  expect(world.get('mailIds', mail.ids.messageId).inboxId).toBe(world.sales);
  const answer = await world.mailFrom('kim@kunde.example', { channelId: world.salesMail, references: [mail.rfcMessageId ?? ''] });
  expect(answer.conversationId).toBe(conversationId);
});

it('THR-19 CHN-2 it is answered there by a way that sends, not by a mailbox that is disconnected, also an older one', async () => {
  const world = new World();
  const { conversationId, args } = await inSupport(world);
  const theirs = world.get('channels', world.salesMail);
  const disconnected = world.get('channels', await mailboxIn(world));
  // Before the hub's address, as the one connected first.
  const older = { ...disconnected, id: '00000000-0000-7000-8000-000000000001', space: theirs.space, inboxId: theirs.inboxId };
  world.rows.put('channels', older);
  expect((await world.rows.query('channelsOfInbox', { space: theirs.space })).map(({ id }) => id)).toEqual([older.id, theirs.id]);
  await world.act(world.ann, 'moveConversation', args);
  expect(world.get('conversations', conversationId).channelId).toBe(theirs.id);
});

it('THR-19 undone, everything is as it was; a number the other inbox has given goes to nobody twice', async () => {
  const world = new World();
  const { conversationId, ticketId, args } = await inSupport(world);
  const theirs = await world.mailFrom('lea@kunde.example', { channelId: world.salesMail });
  await world.ticketFor(theirs.conversationId);
  const before = standing(world);
  const { uuid } = await world.try(world.ann, 'moveConversation', args);
  expect(world.get('tickets', ticketId).number).toBe(2);
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(standing(world)).toBe(before);
  expect(await world.act(world.bo, 'closeConversation', { conversationId })).toBeUndefined();
});

it('D24 another conversation on the ticket holds it, unless the agent agreed that it goes along', async () => {
  const world = new World();
  const { conversationId, ticketId, args } = await inSupport(world);
  const other = await world.mailFrom('lea@kunde.example');
  await world.act(world.ann, 'linkTicket', { conversationId: other.conversationId, ticketId });
  const { refused } = await world.try(world.ann, 'moveConversation', args);
  expect(refused).toEqual({ refused: 'ticket-has-others', detail: { count: 1 } });
  expect(await world.act(world.ann, 'moveConversation', { ...args, alongside: [other.conversationId] })).toBeUndefined();
  expect([conversationId, other.conversationId].map((id) => world.get('conversations', id).inboxId)).toEqual([world.sales, world.sales]);
});

it('K5 who is in the first inbox alone is told that it moved; the same mail does not come in there again', async () => {
  const world = new World();
  const { mail, conversationId, args } = await inSupport(world);
  await world.act(world.ann, 'moveConversation', args);
  const conversation = world.get('conversations', conversationId);
  // Seen by Bo: rows outside an agent's spaces do not exist on the hub.
  world.rows.commit([{ table: 'conversations', id: conversationId, within: undefined, before: conversation, after: null }]);
  expect(await world.act(world.bo, 'closeConversation', { conversationId })).toBe('moved');
  world.rows.put('conversations', conversation);
  const ids = { conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() };
  await world.act('host', 'receiveMessage', { ...mail, ids });
  expect(world.rows.all('messages').filter(({ kind }) => kind !== 'event')).toHaveLength(1);
});

it('THR-19 what is in trash stays; a mail on its way is told of where the thread is now', async () => {
  const world = new World();
  const { conversationId, args } = await inSupport(world);
  const { messageId } = await world.reply(world.ann, conversationId);
  await world.act(world.ann, 'moveConversation', args);
  await world.act('host', 'recordDelivery', { messageId, conversationId, state: 'sent', text: '' });
  expect(world.get('messages', messageId)).toMatchObject({ space: inboxSpace(world.sales), delivery: { state: 'sent' } });
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'moveConversation', { ...args, inboxId: world.support })).toBe('in-trash');
});

it('INB-6 who is in one of the two alone may not: to them the other does not exist', async () => {
  const world = new World();
  const { args } = await inSupport(world);
  expect(await world.act(world.bo, 'moveConversation', args)).toBe('not-found');
  expect(await world.act(world.carl, 'moveConversation', args)).toBe('not-found');
  expect(await world.act(world.ann, 'moveConversation', { ...args, inboxId: world.id() })).toBe('not-found');
});

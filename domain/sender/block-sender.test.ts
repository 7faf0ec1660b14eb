import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { Id } from '../model/ids';

const block = (world: World, conversationId: Id, by = world.bo) => world.try(by, 'blockSender', { conversationId, ruleId: world.id() });
const kim = 'kim@kunde.example';

it('THR-6 D14 it goes to Spam with all their coming mail; their other conversations stay', async () => {
  const world = new World();
  const [first, other] = [await world.mailFrom(kim), await world.mailFrom(kim)];
  expect((await block(world, first.conversationId)).refused).toBeUndefined();
  const spam = { reason: 'blocked-sender', rule: kim };
  expect(world.get('conversations', first.conversationId)).toMatchObject({ spam, dueAt: null });
  expect(world.get('conversations', other.conversationId).spam).toBeNull();
  const later = await world.mailFrom(kim);
  expect(world.get('conversations', later.conversationId)).toMatchObject({ spam, dueAt: null });
});

it('D14 what they write in a thread that stays is kept, folded, and wakes nobody', async () => {
  const world = new World();
  const other = await world.mailFrom(kim);
  await block(world, (await world.mailFrom(kim)).conversationId);
  await world.act(world.bo, 'closeConversation', { conversationId: other.conversationId });
  const again = await world.mailFrom(kim, { references: [other.rfcMessageId ?? ''] });
  expect(again.conversationId).toBe(other.conversationId);
  expect(world.get('messages', again.ids.messageId).blocked).toBe(true);
  expect(world.get('conversations', other.conversationId).status).toBe('closed');
});

it('D6 its ticket goes for good and the act cannot be taken back; with another live conversation on it the ticket stays', async () => {
  const world = new World();
  const [a, b, c] = [await world.mailFrom(kim), await world.mailFrom('lea@kunde.example'), await world.mailFrom('ole@kunde.example')];
  const [alone, shared] = [await world.ticketFor(a.conversationId), await world.ticketFor(b.conversationId)];
  world.set('conversations', c.conversationId, { ticketId: shared });
  const blocked = await block(world, a.conversationId);
  expect(world.rows.row('tickets', alone)).toBeUndefined();
  expect(world.get('conversations', a.conversationId).ticketId).toBeNull();
  expect(await world.act(world.bo, 'undo', { actId: blocked.uuid })).toBe('nothing-to-undo');

  const kept = await block(world, b.conversationId);
  expect(world.get('tickets', shared)).toMatchObject({ status: 'open', trashedAt: null });
  expect(world.get('conversations', c.conversationId).ticketId).toBe(shared);
  expect(await world.act(world.bo, 'undo', { actId: kept.uuid })).toBeUndefined();
  expect(world.get('conversations', b.conversationId).spam).toBeNull();
});

it('D6 a conversation in trash does not keep the ticket, and comes back without it', async () => {
  const world = new World();
  const [a, b] = [await world.mailFrom(kim), await world.mailFrom('lea@kunde.example')];
  const ticketId = await world.ticketFor(a.conversationId);
  world.set('conversations', b.conversationId, { ticketId });
  await world.act(world.bo, 'trashConversation', { conversationId: b.conversationId });
  await block(world, a.conversationId);
  expect(await world.act(world.bo, 'restoreConversation', { conversationId: b.conversationId })).toBeUndefined();
  expect(world.get('conversations', b.conversationId)).toMatchObject({ ticketId: null, trashed: null });
});

it('THR-6 a blocked visitor’s chat lines do not arrive', async () => {
  const world = new World();
  const visitor = { name: 'Kim', address: kim };
  const conversationId = await world.chatLine({ visitor });
  await block(world, conversationId);
  await world.chatLine({ visitor, conversationId, text: 'Hello?' });
  expect(world.thread(conversationId)).toHaveLength(1);
});

it('D14 our own are not blocked, nor who has no address; who is no member may not', async () => {
  const world = new World();
  const ours = await world.mailFrom('bo@havnegaard.example');
  expect((await block(world, ours.conversationId)).refused?.refused).toBe('own-address');
  expect((await block(world, await world.chatLine())).refused?.refused).toBe('nobody-to-block');
  expect((await block(world, ours.conversationId, world.carl)).refused?.refused).toBe('not-found');
  const trashed = await world.mailFrom(kim);
  await world.act(world.bo, 'trashConversation', { conversationId: trashed.conversationId });
  expect((await block(world, trashed.conversationId)).refused?.refused).toBe('in-trash');
});

import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

it('TKT-7 D6 all its conversations go along, spam too; one in trash keeps since when and by whom', async () => {
  const world = new World();
  const ids = [];
  for (const from of ['ida@kunde.example', 'per@kunde.example', 'eva@kunde.example']) ids.push((await world.mailFrom(from)).conversationId);
  const [a = '', b = '', c = ''] = ids;
  const ticketId = await world.ticketFor(a);
  for (const id of [b, c]) world.set('conversations', id, { ticketId });
  await world.act(world.ann, 'markSpam', { conversationId: b });
  await world.act(world.ann, 'trashConversation', { conversationId: c });
  const thrown = world.at;
  world.at += minute;
  expect(await world.act(world.bo, 'deleteTicket', { ticketId })).toBeUndefined();
  expect(ids.map((id) => world.get('conversations', id).trashed)).toEqual([
    { at: world.at, by: world.bo },
    { at: world.at, by: world.bo },
    { at: thrown, by: world.ann },
  ]);
  expect(world.get('tickets', ticketId).trashedAt).toBe(world.at);
});

it('INB-6 K10 an agent of another inbox may not: to them the ticket does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'deleteTicket', { ticketId: await world.ticketFor(conversationId) })).toBe('not-found');
});

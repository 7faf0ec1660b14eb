import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';

async function closedTicket(conversations: number) {
  const world = new World();
  const ids = [];
  for (let n = 0; n < conversations; n++) ids.push((await world.mailFrom('ida@kunde.example')).conversationId);
  const [first = ''] = ids;
  const ticketId = await world.ticketFor(first);
  for (const id of ids) world.set('conversations', id, { ticketId });
  await world.act(world.ann, 'closeTicket', { ticketId });
  return { world, ids, first, ticketId };
}

it('TKT-5 its only conversation reopens with it and is owed again', async () => {
  const { world, first, ticketId } = await closedTicket(1);
  expect(await world.act(world.ann, 'reopenTicket', { ticketId })).toBeUndefined();
  expect(world.get('tickets', ticketId)).not.toHaveProperty('closedAt');
  expect(world.get('conversations', first)).toMatchObject({ status: 'open', dueAt: world.at + 2 * hour });
});

it('TKT-5 none of several reopens', async () => {
  const { world, ids, ticketId } = await closedTicket(2);
  await world.act(world.ann, 'reopenTicket', { ticketId });
  expect(ids.map((id) => world.get('conversations', id).status)).toEqual(['closed', 'closed']);
});

it('D3 one in trash does not count: A closed, B in trash, then A opens and B stays', async () => {
  const { world, ids, ticketId } = await closedTicket(2);
  const [a = '', b = ''] = ids;
  await world.act(world.ann, 'trashConversation', { conversationId: b });
  await world.act(world.ann, 'reopenTicket', { ticketId });
  expect(world.get('conversations', a).status).toBe('open');
  expect(world.get('conversations', b)).toMatchObject({ status: 'closed', trashed: { by: world.ann } });
});

it('D3 a spam one counts and is not reopened', async () => {
  const two = await closedTicket(2);
  await two.world.act(two.world.ann, 'markSpam', { conversationId: two.first });
  await two.world.act(two.world.ann, 'reopenTicket', { ticketId: two.ticketId });
  expect(two.ids.map((id) => two.world.get('conversations', id).status)).toEqual(['closed', 'closed']);

  const one = await closedTicket(1);
  await one.world.act(one.world.ann, 'markSpam', { conversationId: one.first });
  await one.world.act(one.world.ann, 'reopenTicket', { ticketId: one.ticketId });
  expect(one.world.get('conversations', one.first).status).toBe('closed');
});

it('TKT-5 an open ticket is refused', async () => {
  const { world, ticketId } = await closedTicket(1);
  await world.act(world.ann, 'reopenTicket', { ticketId });
  expect(await world.act(world.ann, 'reopenTicket', { ticketId })).toBe('not-closed');
});

it('INB-6 K10 an agent of another inbox may not: to them the ticket does not exist', async () => {
  const { world, ticketId } = await closedTicket(1);
  expect(await world.act(world.carl, 'reopenTicket', { ticketId })).toBe('not-found');
});

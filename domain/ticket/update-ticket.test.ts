import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

async function withTicket() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  return { world, conversationId, ticketId: await world.ticketFor(conversationId) };
}

it('TKT-2 what is named changes, the rest stays; what is emptied is as if it had never been set', async () => {
  const { world, ticketId } = await withTicket();
  const before = world.get('tickets', ticketId);
  const set = { name: 'Two legs missing', description: 'Order 88190', priority: 'high' as const, category: 'Delivery' };
  expect(await world.act(world.bo, 'updateTicket', { ticketId, ...set })).toBeUndefined();
  expect(world.get('tickets', ticketId)).toEqual({ ...before, ...set });
  await world.act(world.bo, 'updateTicket', { ticketId, category: 'Complaint' });
  expect(world.get('tickets', ticketId)).toEqual({ ...before, ...set, category: 'Complaint' });
  await world.act(world.bo, 'updateTicket', { ticketId, name: 'A ticket', description: ' ', priority: null, category: null });
  expect(world.get('tickets', ticketId)).toEqual(before);
});

it('TKT-2 a name of nothing, and a priority nobody knows, are no properties', async () => {
  const { world, ticketId } = await withTicket();
  expect(await world.act(world.ann, 'updateTicket', { ticketId, name: ' ' })).toBe('bad-arguments');
  expect(await world.act(world.ann, 'updateTicket', { ticketId, priority: 'soon' as 'high' })).toBe('bad-arguments');
});

it('INB-6 K10 an agent of another inbox may not: to them the ticket does not exist', async () => {
  const { world, ticketId } = await withTicket();
  expect(await world.act(world.carl, 'updateTicket', { ticketId, name: 'Mine' })).toBe('not-found');
});

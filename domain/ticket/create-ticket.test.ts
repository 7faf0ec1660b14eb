import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('TKT-1 D24 the ticket lies in the conversation’s inbox, with its owner and contact and the next number', async () => {
  const world = new World();
  const { conversationId, ids } = await world.mailFrom({ name: 'Ida', address: 'ida@kunde.example' });
  await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  const first = await world.ticketFor(conversationId);
  const other = await world.mailFrom('per@kunde.example');
  const second = await world.ticketFor(other.conversationId);

  expect(world.get('tickets', first)).toMatchObject({
    space: `inbox:${world.support}`,
    number: 1,
    ownerId: world.bo,
    contactId: ids.contactId,
    status: 'open',
  });
  expect(world.get('tickets', second).number).toBe(2);
  expect(world.get('conversations', conversationId).ticketId).toBe(first);
});

it('TKT-1 one ticket per conversation at most', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.ticketFor(conversationId);
  expect(await world.act(world.ann, 'createTicket', { ticketId: world.id(), conversationId, name: 'Another' })).toBe('has-ticket');
});

it('D13 none for what lies in Spam or trash', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = { ticketId: world.id(), conversationId, name: 'A ticket' };
  await world.act(world.ann, 'markSpam', { conversationId });
  expect(await world.act(world.ann, 'createTicket', args)).toBe('in-spam');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'createTicket', args)).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them the conversation does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'createTicket', { ticketId: world.id(), conversationId, name: 'Mine' })).toBe('not-found');
});

it('TKT-1 a ticket without a name is no ticket', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.ann, 'createTicket', { ticketId: world.id(), conversationId, name: ' ' })).toBe('bad-arguments');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { inboxSpace } from '../model/ids';

async function twoMails() {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('per@kunde.example');
  return { world, a, b, ticketId: await world.ticketFor(a) };
}

it('D24 TKT-1 who is in both inboxes is told that the ticket is of another', async () => {
  const { world, ticketId } = await twoMails();
  world.rows.put('members', { id: world.id(), space: inboxSpace(world.sales), inboxId: world.sales, agentId: world.ann });
  const { conversationId } = await world.mailFrom('per@kunde.example', { channelId: world.salesMail });
  expect(await world.act(world.ann, 'linkTicket', { conversationId, ticketId })).toBe('ticket-in-other-inbox');
});

it('X26 D6 undone, a ticket whose only live conversation it was goes into trash with the others', async () => {
  const { world, a, b, ticketId } = await twoMails();
  const { uuid } = await world.try(world.ann, 'linkTicket', { conversationId: b, ticketId });
  await world.act(world.bo, 'trashConversation', { conversationId: a });
  expect(world.get('tickets', ticketId).trashedAt).toBeNull();
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('tickets', ticketId).trashedAt).not.toBeNull();
});

it('INB-6 K10 an agent of another inbox may not: to them neither exists', async () => {
  const { world, b, ticketId } = await twoMails();
  const { conversationId } = await world.mailFrom('per@kunde.example', { channelId: world.salesMail });
  expect(await world.act(world.carl, 'linkTicket', { conversationId: b, ticketId })).toBe('not-found');
  expect(await world.act(world.carl, 'linkTicket', { conversationId, ticketId })).toBe('not-found');
});

import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

it('TKT-4 D1 closes every live conversation of it; one closed before keeps its time, one in trash is left alone', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  const { conversationId: c } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(a);
  for (const id of [b, c]) world.set('conversations', id, { ticketId });
  await world.act(world.ann, 'closeConversation', { conversationId: a });
  const closedFirst = world.at;
  await world.act(world.ann, 'trashConversation', { conversationId: c });

  world.at += minute;
  expect(await world.act(world.bo, 'closeTicket', { ticketId })).toBeUndefined();

  expect(world.get('tickets', ticketId)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: world.bo });
  expect(world.get('conversations', a)).toMatchObject({ status: 'closed', closedAt: closedFirst, closedBy: world.ann });
  expect(world.get('conversations', b)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: world.bo });
  expect(world.get('conversations', c)).toMatchObject({ status: 'open', trashed: { by: world.ann } });
});

it('D1 undo opens ticket and conversation, the one closed before stays closed', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });
  await world.act(world.ann, 'closeConversation', { conversationId: a });
  const { uuid } = await world.try(world.ann, 'closeTicket', { ticketId });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect([a, b].map((id) => world.get('conversations', id).status)).toEqual(['closed', 'open']);
  expect(world.get('tickets', ticketId).status).toBe('open');
});

it('D2 a bot that still holds one open refuses the whole act', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const b = await world.chatLine({ bot: { name: 'Hjælper' } });
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });
  const said = world.at;
  world.at += 10 * minute;
  const outcome = await world.try(world.ann, 'closeTicket', { ticketId });
  expect(outcome.refused).toEqual({ refused: 'bot-not-handed-over', detail: { until: said + 30 * minute, conversationId: b } });
  expect(world.get('conversations', a).status).toBe('open');
  expect(world.get('tickets', ticketId).status).toBe('open');
});

it('TKT-4 a closed ticket, and one in trash with its conversation, are refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  await world.act(world.ann, 'closeTicket', { ticketId });
  expect(await world.act(world.ann, 'closeTicket', { ticketId })).toBe('already-closed');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'closeTicket', { ticketId })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them the ticket does not exist', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(conversationId);
  expect(await world.act(world.carl, 'closeTicket', { ticketId })).toBe('not-found');
  expect(await world.act(world.ann, 'closeTicket', { ticketId: world.id() })).toBe('not-found');
});

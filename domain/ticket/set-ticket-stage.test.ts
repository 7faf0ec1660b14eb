import { expect, it } from 'vitest';
import { hour, minute, World } from '../../tests/support/world';

async function withTicket() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  return { world, conversationId, ticketId: await world.ticketFor(conversationId) };
}

it('TKT-9 TKT-4 TKT-5 a closed stage closes the ticket and says who and when; an open one reopens it as if nothing had been', async () => {
  const { world, conversationId, ticketId } = await withTicket();
  const before = world.get('tickets', ticketId);
  const written = world.at;
  world.at += minute;
  expect(await world.act(world.bo, 'setTicketStage', { ticketId, stage: 'closed' })).toBeUndefined();
  expect(world.get('tickets', ticketId)).toMatchObject({
    status: 'closed',
    stage: 'closed',
    openStage: 'new',
    closedAt: world.at,
    closedBy: world.bo,
  });
  expect(await world.act(world.bo, 'setTicketStage', { ticketId, stage: 'waiting-on-us' })).toBeUndefined();
  expect(world.get('tickets', ticketId)).toEqual({ ...before, stage: 'waiting-on-us' });
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', dueAt: written + 2 * hour });
});

it('TKT-8 from one closed stage to another nothing is closed again, nor opened', async () => {
  const { world, conversationId, ticketId } = await withTicket();
  const solved = { id: 'solved', name: 'Solved', state: 'closed' as const };
  world.set('inboxes', world.support, { stages: [{ id: 'new', name: null, state: 'open' }, { id: 'closed', name: null, state: 'closed' }, solved] });
  await world.act(world.ann, 'closeTicket', { ticketId });
  const closed = world.get('tickets', ticketId);
  await world.act(world.ann, 'reopenConversation', { conversationId });
  world.at += minute;
  expect(await world.act(world.bo, 'setTicketStage', { ticketId, stage: 'solved' })).toBeUndefined();
  expect(world.get('tickets', ticketId)).toEqual({ ...closed, stage: 'solved' });
  expect(world.get('conversations', conversationId).status).toBe('open');
});

it('TKT-8 a stage that is no more, or never was, is refused', async () => {
  const { world, ticketId } = await withTicket();
  const gone = { id: 'new', name: null, state: 'open' as const, into: 'waiting' };
  const stages = [gone, { id: 'waiting', name: 'Waiting', state: 'open' as const }, { id: 'closed', name: null, state: 'closed' as const }];
  world.set('inboxes', world.support, { stages });
  expect(await world.act(world.ann, 'setTicketStage', { ticketId, stage: 'new' })).toBe('stage-gone');
  expect(await world.act(world.ann, 'setTicketStage', { ticketId, stage: 'nowhere' })).toBe('stage-gone');
});

it('INB-6 K10 an agent of another inbox may not: to them the ticket does not exist', async () => {
  const { world, ticketId } = await withTicket();
  expect(await world.act(world.carl, 'setTicketStage', { ticketId, stage: 'closed' })).toBe('not-found');
});

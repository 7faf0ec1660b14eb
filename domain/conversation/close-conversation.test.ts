import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';

it('THR-4 TKT-6 D1 closes this one alone: its ticket and the other conversation of it stay open', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('ida@kunde.example');
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId });

  world.at += minute;
  expect(await world.act(world.ann, 'closeConversation', { conversationId: a })).toBeUndefined();

  expect(world.get('conversations', a)).toMatchObject({ status: 'closed', closedAt: world.at, closedBy: world.ann, dueAt: null });
  expect(world.get('conversations', b).status).toBe('open');
  expect(world.get('tickets', ticketId).status).toBe('open');
});

it('THR-9 K9 a bot that has not handed over holds it open until 30 minutes of silence by the host’s clock', async () => {
  const world = new World();
  const conversationId = await world.chatLine({ bot: { name: 'Hjælper' } });
  const said = world.at;
  world.at += 29 * minute;
  const early = await world.try(world.ann, 'closeConversation', { conversationId }, { claimedAt: world.at + 60 * minute });
  expect(early.refused).toEqual({ refused: 'bot-not-handed-over', detail: { until: said + 30 * minute, conversationId } });
  world.at = said + 30 * minute;
  expect(await world.act(world.ann, 'closeConversation', { conversationId })).toBeUndefined();
});

it('THR-9 once the bot has handed over it can be closed at once', async () => {
  const world = new World();
  const conversationId = await world.chatLine({ bot: { name: 'Hjælper' } });
  await world.chatLine({ conversationId, bot: null });
  expect(await world.act(world.ann, 'closeConversation', { conversationId })).toBeUndefined();
});

it('THR-4 says so when it is closed already or lies in trash', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'closeConversation', { conversationId });
  expect(await world.act(world.bo, 'closeConversation', { conversationId })).toBe('already-closed');
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'closeConversation', { conversationId })).toBe('in-trash');
});

it('INB-6 K10 an agent of another inbox may not: to them it does not exist, and the host has no such act', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'closeConversation', { conversationId })).toBe('not-found');
  expect(await world.act(world.ann, 'closeConversation', { conversationId: world.id() })).toBe('not-found');
  expect(await world.act('host', 'closeConversation', { conversationId })).toBe('not-allowed');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const tickets = { on: true, stage: 'waiting-on-us', owner: 'nobody' as const, priority: 'high' as const };

it('CHN-12 TKT-8 the channel keeps what its tickets begin with, also while it makes none', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setChannelTickets', { channelId: world.mail, tickets: { ...tickets, on: false } })).toBeUndefined();
  expect(world.get('channels', world.mail).tickets).toEqual({ ...tickets, on: false });
});

it('TKT-8 D23 a ticket begins open, in a stage there is, with an owner who is in the inbox', async () => {
  const world = new World();
  const set = (change: object) => world.act(world.ann, 'setChannelTickets', { channelId: world.mail, tickets: { ...tickets, ...change } });
  expect(await set({ stage: 'closed' })).toBe('stage-gone');
  expect(await set({ stage: 'nowhere' })).toBe('stage-gone');
  expect(await set({ owner: world.carl })).toBe('owner-not-a-member');
  expect(await set({ owner: world.bo })).toBeUndefined();
  // Deactivated meanwhile: they keep the place, and the rest can still be changed.
  await world.act('host', 'setAgentActive', { agentId: world.bo, active: false });
  expect(await set({ owner: world.bo, priority: 'low' })).toBeUndefined();
  expect(await set({ owner: 'nobody' })).toBeUndefined();
  expect(await set({ owner: world.bo })).toBe('owner-not-a-member');
});

it('INB-4 INB-6 who may not: an agent without account access; a channel of an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'setChannelTickets', { channelId: world.mail, tickets })).toBe('not-allowed');
  expect(await world.act(world.ann, 'setChannelTickets', { channelId: world.salesMail, tickets })).toBe('not-found');
});

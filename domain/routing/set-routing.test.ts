import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { Routing } from '../model/routing';

const inTurn = (agentIds: string[], rest: Partial<Routing> = {}): Routing => ({
  to: 'agents',
  agentIds,
  teamIds: [],
  onlyAvailable: true,
  method: 'in-turn',
  limit: null,
  ...rest,
});

it('RTE-1 CHN-7 is said of a channel, each agent once, and taken back whole', async () => {
  const world = new World();
  const channelId = world.mail;
  expect(await world.act(world.ann, 'setRouting', { channelId, routing: inTurn([world.bo, world.ann, world.bo]) })).toBeUndefined();
  expect(world.get('channels', channelId).routing?.agentIds).toEqual([world.bo, world.ann]);
  expect(await world.act(world.ann, 'setRouting', { channelId, routing: null })).toBeUndefined();
  expect(world.get('channels', channelId)).not.toHaveProperty('routing');
});

it('RTE-1 D23 a team must be in the inbox, an agent too', async () => {
  const world = new World();
  const teamId = world.id();
  await world.act(world.ann, 'createTeam', { teamId, workspaceId: world.workspaceId, name: 'Evenings', agentIds: [world.bo] });
  const routing = inTurn([], { teamIds: [teamId] });
  expect(await world.act(world.ann, 'setRouting', { channelId: world.mail, routing })).toBe('not-found');
  await world.act(world.ann, 'addTeam', { inboxId: world.support, teamId, memberIds: [world.id()] });
  expect(await world.act(world.ann, 'setRouting', { channelId: world.mail, routing })).toBeUndefined();
  expect(await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: inTurn([world.carl]) })).toBe('owner-not-a-member');
});

it('RTE-3 a limit is a whole number from 1 to 1000', async () => {
  const world = new World();
  for (const limit of [0, 1001, 1.5])
    expect(await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: inTurn([], { limit }) })).toBe('bad-arguments');
});

it('INB-4 INB-6 who may not: an agent without account access; a channel of an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'setRouting', { channelId: world.mail, routing: inTurn([world.bo]) })).toBe('not-allowed');
  expect(await world.act(world.ann, 'setRouting', { channelId: world.salesMail, routing: null })).toBe('not-found');
});

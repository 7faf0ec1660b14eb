import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const alias = 'bo@privat.example';

it('CHN-4 one’s own, and with account access anybody’s: an address a team needs is not held by a claim', async () => {
  const world = new World();
  for (const by of [world.bo, world.ann]) {
    await world.act(world.bo, 'addAlias', { agentId: world.bo, address: alias });
    expect(await world.act(by, 'removeAlias', { agentId: world.bo, address: 'BO@privat.example' })).toBeUndefined();
    expect(world.get('agents', world.bo).aliases).toEqual([]);
  }
  const { writes } = await world.try(world.bo, 'removeAlias', { agentId: world.bo, address: 'bo@havnegaard.example' });
  expect(writes).toEqual([]);
});

it('CHN-4 who may not: a colleague without account access; of nobody', async () => {
  const world = new World();
  await world.act(world.bo, 'addAlias', { agentId: world.bo, address: alias });
  expect(await world.act(world.carl, 'removeAlias', { agentId: world.bo, address: alias })).toBe('not-allowed');
  expect(await world.act(world.ann, 'removeAlias', { agentId: world.id(), address: alias })).toBe('not-found');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('INB-2 an agent changes their own name, and who has account access anybody’s; the address stays', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'updateAgent', { agentId: world.bo, name: ' Bo Lund Krag ', email: null })).toBeUndefined();
  expect(world.get('agents', world.bo)).toMatchObject({ name: 'Bo Lund Krag', email: 'bo@havnegaard.example' });
  expect(await world.act(world.ann, 'updateAgent', { agentId: world.carl, name: 'Carl', email: null })).toBeUndefined();
  expect(world.get('agents', world.carl)).toMatchObject({ name: 'Carl', email: 'carl@havnegaard.example', active: true });
});

it('CHN-4 the host changes the address too, to one that is nobody’s and no team’s yet', async () => {
  const world = new World();
  expect(await world.act('host', 'updateAgent', { agentId: world.bo, name: 'Bo', email: 'Bo@Kontor.example' })).toBeUndefined();
  expect(world.get('agents', world.bo)).toMatchObject({ name: 'Bo', email: 'bo@kontor.example' });
  for (const email of ['ann@havnegaard.example', 'SUPPORT@havnegaard.example'])
    expect(await world.act('host', 'updateAgent', { agentId: world.bo, name: 'Bo', email })).toBe('address-taken');
  // Said again it is one's own.
  expect(await world.act('host', 'updateAgent', { agentId: world.bo, name: 'Bo', email: 'bo@kontor.example' })).toBeUndefined();
});

it('INB-4 who may not: a colleague without account access, an agent of an address, another workspace', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'updateAgent', { agentId: world.ann, name: 'Anna', email: null })).toBe('not-allowed');
  expect(await world.act(world.ann, 'updateAgent', { agentId: world.ann, name: 'Ann', email: 'ann@kontor.example' })).toBe('not-allowed');
  expect(await world.act(world.ann, 'updateAgent', { agentId: world.id(), name: 'Ann', email: null })).toBe('not-found');
  expect(await world.act(world.ann, 'updateAgent', { agentId: world.ann, name: '  ', email: null })).toBe('bad-arguments');
});

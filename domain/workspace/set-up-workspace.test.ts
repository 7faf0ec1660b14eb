import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('I8 the workspace lies in its own space; set up again it keeps its name', async () => {
  const world = new World();
  world.rows.commit([{ table: 'workspaces', id: world.workspaceId, within: undefined, before: undefined, after: null }]);
  expect(await world.act('host', 'setUpWorkspace', { workspaceId: world.workspaceId, name: 'Havnegaard' })).toBeUndefined();
  await world.act('host', 'setUpWorkspace', { workspaceId: world.workspaceId, name: 'Another' });
  const row = { id: world.workspaceId, space: `workspace:${world.workspaceId}`, name: 'Havnegaard' };
  expect(world.rows.all('workspaces')).toEqual([row]);
});

it('K10 an agent may not: only the host, and only its own', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setUpWorkspace', { workspaceId: world.workspaceId, name: 'Mine' })).toBe('not-allowed');
  expect(await world.act('host', 'setUpWorkspace', { workspaceId: world.id(), name: 'Another' })).toBe('not-found');
});

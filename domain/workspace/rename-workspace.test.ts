import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('INB-2 who has account access names the workspace', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'renameWorkspace', { workspaceId: world.workspaceId, name: ' Havnegaard Møbler ' })).toBeUndefined();
  expect(world.get('workspaces', world.workspaceId)).toMatchObject({ name: 'Havnegaard Møbler' });
});

it('INB-4 who may not: an agent without account access; no name is no name', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'renameWorkspace', { workspaceId: world.workspaceId, name: 'Bo' })).toBe('not-allowed');
  expect(await world.act(world.ann, 'renameWorkspace', { workspaceId: world.id(), name: 'Ann' })).toBe('not-found');
  expect(await world.act(world.ann, 'renameWorkspace', { workspaceId: world.workspaceId, name: ' ' })).toBe('bad-arguments');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

function ruledByAnn() {
  const world = new World();
  world.set('agents', world.ann, { superAdmin: true });
  const set = (by: string, agentId: string, superAdmin: boolean) => world.act(by, 'setSuperAdmin', { agentId, superAdmin });
  return { world, set };
}

it('INB-4 a super administrator makes a second one, who may then take it from the first', async () => {
  const { world, set } = ruledByAnn();
  expect(await set(world.ann, world.bo, true)).toBeUndefined();
  expect(await set(world.bo, world.ann, false)).toBeUndefined();
  expect(world.get('agents', world.ann)).toMatchObject({ superAdmin: false, accountAccess: true });
  expect(await set(world.ann, world.carl, true)).toBe('not-allowed');
});

it('INB-4 never the last one, by themselves or by the host; one who is deactivated does not count', async () => {
  const { world, set } = ruledByAnn();
  world.set('agents', world.carl, { superAdmin: true, active: false });
  expect(await set(world.ann, world.ann, false)).toBe('last-super-admin');
  expect(await set('host', world.ann, false)).toBe('last-super-admin');
});

it('INB-4 nobody who is deactivated', async () => {
  const { world, set } = ruledByAnn();
  world.set('agents', world.bo, { active: false });
  expect(await set(world.ann, world.bo, true)).toBe('agent-inactive');
});

it('INB-4 K10 who may not: account access alone, and of nobody there is', async () => {
  const { world, set } = ruledByAnn();
  world.set('agents', world.bo, { accountAccess: true });
  expect(await set(world.bo, world.bo, true)).toBe('not-allowed');
  expect(await set(world.ann, world.id(), true)).toBe('not-found');
});

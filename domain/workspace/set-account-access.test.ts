import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

function superAdmin(world: World) {
  world.set('agents', world.carl, { superAdmin: true });
  return world.carl;
}

it('INB-4 a super administrator gives account access and takes it back; it holds at once', async () => {
  const world = new World();
  const carl = superAdmin(world);
  const details = { inboxId: world.support, name: 'Hjælp', roleAddressRule: 'off' as const, extraRoleAddresses: [], answerWithinMinutes: null };
  expect(await world.act(carl, 'setAccountAccess', { agentId: world.bo, accountAccess: true })).toBeUndefined();
  expect(await world.act(world.bo, 'updateInbox', details)).toBeUndefined();
  expect(await world.act(carl, 'setAccountAccess', { agentId: world.bo, accountAccess: false })).toBeUndefined();
  expect(await world.act(world.bo, 'updateInbox', details)).toBe('not-allowed');
  expect(world.get('agents', world.bo)).toMatchObject({ name: 'Bo Lund', superAdmin: false, active: true });
});

it('INB-4 who may not: account access alone does not give it on, and nobody gives it to themselves', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setAccountAccess', { agentId: world.bo, accountAccess: true })).toBe('not-allowed');
  expect(await world.act(world.bo, 'setAccountAccess', { agentId: world.bo, accountAccess: true })).toBe('not-allowed');
  expect(await world.act(superAdmin(world), 'setAccountAccess', { agentId: world.id(), accountAccess: true })).toBe('not-found');
});

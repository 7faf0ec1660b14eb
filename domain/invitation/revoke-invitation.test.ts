import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const tokenHash = 'd'.repeat(64);

async function invited(agentId: 'bo' | null = null) {
  const world = new World();
  const invitationId = world.id();
  const base = { invitationId, workspaceId: world.workspaceId, tokenHash, name: '', email: '', inboxIds: [world.support], accountAccess: false };
  await world.act('host', 'createInvitation', { ...base, agentId: agentId && world[agentId] });
  return { world, invitationId };
}
const newcomer = (world: World) => ({ tokenHash, agentId: world.id(), name: 'Dina', email: 'dina@havnegaard.example', memberIds: [world.id()] });

it('S10 a withdrawn invitation lets nobody in', async () => {
  const { world, invitationId } = await invited();
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId })).toBeUndefined();
  expect(world.rows.all('invitations')).toEqual([]);
  expect(await world.act('host', 'acceptInvitation', newcomer(world))).toBe('not-found');
});

it('S10 one that was used stays as it is: who came in by it is in', async () => {
  const { world, invitationId } = await invited();
  await world.act('host', 'acceptInvitation', newcomer(world));
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId })).toBe('invitation-used');
  expect(world.rows.all('invitations')).toHaveLength(1);
});

it('INB-4 who has no account access, or is of another workspace, may not', async () => {
  const { world, invitationId } = await invited();
  expect(await world.act(world.bo, 'revokeInvitation', { invitationId })).toBe('not-allowed');
  world.set('invitations', invitationId, { workspaceId: world.id() });
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId })).toBe('not-found');
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId: world.id() })).toBe('not-found');
});

it('S10 INB-6 a way back for an agent who exists is for super administrators to withdraw', async () => {
  const { world, invitationId } = await invited('bo');
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId })).toBe('not-allowed');
  world.set('agents', world.ann, { superAdmin: true });
  expect(await world.act(world.ann, 'revokeInvitation', { invitationId })).toBeUndefined();
});

import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';

const invitation = (world: World) => ({
  invitationId: world.id(),
  workspaceId: world.workspaceId,
  tokenHash: 'a'.repeat(64),
  agentId: null,
  name: 'Dina Friis',
  email: 'dina@havnegaard.example',
  inboxIds: [world.support],
  accountAccess: false,
});

it('S10 is kept by its hash alone, unused, for 72 hours', async () => {
  const world = new World();
  const args = invitation(world);
  expect(await world.act(world.ann, 'createInvitation', args)).toBeUndefined();
  const { invitationId, ...rest } = args;
  expect(world.rows.all('invitations')).toEqual([{ ...rest, id: invitationId, createdAt: world.at, expiresAt: world.at + 72 * hour, usedAt: null }]);
  expect(await world.act(world.ann, 'createInvitation', { ...args, tokenHash: 'secret' })).toBe('bad-arguments');
});

it('INB-4 INB-6 who has no account access may not, and nobody into inboxes they are not in', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'createInvitation', { ...invitation(world), inboxIds: [] })).toBe('not-allowed');
  expect(await world.act(world.ann, 'createInvitation', { ...invitation(world), inboxIds: [world.sales] })).toBe('not-found');
  expect(await world.act('host', 'createInvitation', { ...invitation(world), inboxIds: [world.sales] })).toBeUndefined();
});

it('S10 INB-6 a way back for an agent who exists is a super administrator’s or the host’s to make', async () => {
  const world = new World();
  const forBo = { ...invitation(world), agentId: world.bo };
  expect(await world.act(world.ann, 'createInvitation', forBo)).toBe('not-allowed');
  world.set('agents', world.ann, { superAdmin: true });
  expect(await world.act(world.ann, 'createInvitation', forBo)).toBeUndefined();
  world.set('agents', world.bo, { active: false });
  expect(await world.act(world.ann, 'createInvitation', { ...forBo, invitationId: world.id() })).toBe('agent-inactive');
  world.set('agents', world.bo, { active: true });
  expect(await world.act('host', 'createInvitation', { ...invitation(world), agentId: world.id() })).toBe('not-found');
  expect(await world.act('host', 'createInvitation', { ...invitation(world), agentId: world.bo })).toBeUndefined();
});

it('S10 whom it is meant for may be left open', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'createInvitation', { ...invitation(world), name: '', email: '' })).toBeUndefined();
});

it('S10 an invitation that is out is not changed', async () => {
  const world = new World();
  const args = invitation(world);
  await world.act(world.ann, 'createInvitation', args);
  expect(await world.act(world.ann, 'createInvitation', { ...args, accountAccess: true })).toBe('bad-arguments');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const returns = (world: World, ...agents: string[]) => ({
  inboxId: world.id(),
  workspaceId: world.workspaceId,
  name: 'Returns',
  roleAddressRule: 'off' as const,
  extraRoleAddresses: [],
  answerWithinMinutes: null,
  members: agents.map((agentId) => ({ memberId: world.id(), agentId })),
});

it('INB-2 INB-4 an agent with account access sets one up with its first members, each once', async () => {
  const world = new World();
  const args = returns(world, world.ann, world.bo, world.bo);
  expect(await world.act(world.ann, 'createInbox', args)).toBeUndefined();
  const space = `inbox:${args.inboxId}`;
  expect(world.get('inboxes', args.inboxId)).toMatchObject({ space, name: 'Returns', createdAt: world.at });
  const members = world.rows.all('members').filter((member) => member.space === space);
  expect(members.map(({ agentId }) => agentId)).toEqual([world.ann, world.bo]);
});

it('I8 set up twice it stays as it is', async () => {
  const world = new World();
  const args = returns(world, world.ann);
  await world.act('host', 'createInbox', args);
  expect(await world.act('host', 'createInbox', { ...args, name: 'Other' })).toBeUndefined();
  expect(world.get('inboxes', args.inboxId).name).toBe('Returns');
});

it('INB-2 members are agents of the workspace, and nobody’s membership is taken for it', async () => {
  const world = new World();
  expect(await world.act('host', 'createInbox', returns(world, world.id()))).toBe('not-found');
  const [taken] = world.rows.all('members');
  const args = { ...returns(world), members: [{ memberId: taken?.id ?? '', agentId: world.carl }] };
  expect(await world.act(world.ann, 'createInbox', args)).toBe('bad-arguments');
  expect(world.rows.all('inboxes')).toHaveLength(2);
});

it('INB-4 who has no account access may not', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'createInbox', returns(world))).toBe('not-allowed');
});

it('K10 another workspace does not exist', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'createInbox', { ...returns(world), workspaceId: world.id() })).toBe('not-found');
});

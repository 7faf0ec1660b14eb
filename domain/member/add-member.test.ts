import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

const carl = (world: World) => ({ memberId: world.id(), inboxId: world.support, agentId: world.carl });

it('INB-2 INB-6 lets an agent in, who then may act there', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.ann, 'addMember', carl(world))).toBeUndefined();
  expect(await world.act(world.carl, 'closeConversation', { conversationId })).toBeUndefined();
});

it('I8 who is in already is in once', async () => {
  const world = new World();
  for (let n = 0; n < 2; n++) await world.act(world.ann, 'addMember', carl(world));
  expect(world.rows.all('members').filter(({ agentId }) => agentId === world.carl)).toHaveLength(2);
});

it('INB-2 only active agents of the workspace, and nobody’s membership is taken for it', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'addMember', { ...carl(world), agentId: world.id() })).toBe('not-found');
  const taken = world.rows.all('members').find(({ agentId }) => agentId === world.bo);
  expect(await world.act(world.ann, 'addMember', { ...carl(world), memberId: taken?.id ?? '' })).toBe('bad-arguments');
  world.set('agents', world.carl, { active: false });
  expect(await world.act(world.ann, 'addMember', carl(world))).toBe('not-found');
});

it('INB-4 INB-6 who has no account access may not, and nobody lets themselves in', async () => {
  const world = new World();
  expect(await world.act(world.carl, 'addMember', carl(world))).toBe('not-found');
  expect(await world.act(world.bo, 'addMember', carl(world))).toBe('not-allowed');
});

import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 a team gets another name; who is where stays', async () => {
  const world = new World();
  const { teamId, letIn, inSupport } = await workshopTeam(world);
  await letIn();
  expect(await world.act(world.ann, 'renameTeam', { teamId, name: 'Montører' })).toBeUndefined();
  expect(world.get('teams', teamId)).toMatchObject({ name: 'Montører', agentIds: [world.bo, world.carl], inboxIds: [world.support] });
  expect(inSupport()).toEqual([world.ann, world.bo, world.carl]);
});

it('INB-4 who has no account access may not', async () => {
  const world = new World();
  const { teamId } = await workshopTeam(world);
  expect(await world.act(world.bo, 'renameTeam', { teamId, name: 'Mit' })).toBe('not-allowed');
});

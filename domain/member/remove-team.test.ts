import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 VIEW-1 D8 who was in through it alone leaves, and what they had open is nobody’s', async () => {
  const world = new World();
  const { teamId, letIn, inSupport, carlsOwn } = await workshopTeam(world);
  await letIn();
  const conversation = await carlsOwn();
  expect(await world.act(world.ann, 'removeTeam', { inboxId: world.support, teamId })).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo]);
  expect(conversation()).toMatchObject({ ownerId: null, previousOwnerId: world.carl });
  expect(world.get('teams', teamId)).toMatchObject({ agentIds: [world.bo, world.carl], inboxIds: [] });
});

it('INB-4 INB-6 who has no account access may not, and nobody where they do not see it, or where it is not', async () => {
  const world = new World();
  const { teamId, letIn } = await workshopTeam(world);
  await letIn(world.sales, 'host');
  expect(await world.act(world.bo, 'removeTeam', { inboxId: world.support, teamId })).toBe('not-allowed');
  expect(await world.act(world.ann, 'removeTeam', { inboxId: world.sales, teamId })).toBe('not-found');
  expect(await world.act(world.ann, 'removeTeam', { inboxId: world.support, teamId })).toBe('not-found');
});

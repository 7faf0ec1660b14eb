import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 VIEW-1 D8 who was in an inbox through it alone leaves, who is there by name or another team stays', async () => {
  const world = new World();
  const { teamId, letIn, inSupport, carlsOwn } = await workshopTeam(world);
  await letIn();
  const evening = world.id();
  await world.act(world.ann, 'createTeam', { teamId: evening, workspaceId: world.workspaceId, name: 'Aften', agentIds: [world.carl] });
  await world.act(world.ann, 'addTeam', { inboxId: world.support, teamId: evening, memberIds: [] });
  const conversation = await carlsOwn();
  expect(await world.act(world.ann, 'deleteTeam', { teamId })).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo, world.carl]);
  expect(conversation().ownerId).toBe(world.carl);
  expect(await world.act(world.ann, 'deleteTeam', { teamId: evening })).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo]);
  expect(conversation()).toMatchObject({ ownerId: null, previousOwnerId: world.carl });
  expect(world.rows.all('teams')).toEqual([]);
});

it('INB-4 INB-6 who may not: without account access, and who does not see every inbox of the team', async () => {
  const world = new World();
  const { teamId, letIn } = await workshopTeam(world);
  expect(await world.act(world.bo, 'deleteTeam', { teamId })).toBe('not-allowed');
  await letIn(world.sales, 'host');
  expect(await world.act(world.ann, 'deleteTeam', { teamId })).toBe('team-elsewhere');
});

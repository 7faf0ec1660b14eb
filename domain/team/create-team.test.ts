import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 a team is made with its agents, in no inbox yet; an act that comes twice makes one', async () => {
  const world = new World();
  const { teamId } = await workshopTeam(world);
  expect(world.get('teams', teamId)).toMatchObject({ name: 'Værksted', agentIds: [world.bo, world.carl], inboxIds: [] });
  const again = { teamId, workspaceId: world.workspaceId, name: 'Andet', agentIds: [world.ann, world.ann] };
  expect(await world.act(world.ann, 'createTeam', again)).toBeUndefined();
  expect(world.get('teams', teamId).name).toBe('Værksted');
  await world.act(world.ann, 'createTeam', { ...again, teamId: world.id() });
  expect(world.rows.all('teams').map(({ agentIds }) => agentIds.length)).toEqual([2, 1]);
});

it('INB-4 who has no account access may not, and nobody makes one of strangers', async () => {
  const world = new World();
  const made = { teamId: world.id(), workspaceId: world.workspaceId, name: 'Mit', agentIds: [] };
  expect(await world.act(world.bo, 'createTeam', made)).toBe('not-allowed');
  expect(await world.act(world.ann, 'createTeam', { ...made, agentIds: [world.id()] })).toBe('not-found');
});

import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 INB-6 a team let into an inbox: its agents are members of it, once, and act there', async () => {
  const world = new World();
  const { letIn, inSupport } = await workshopTeam(world);
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'closeConversation', { conversationId })).toBe('not-found');
  expect(await letIn()).toBeUndefined();
  expect(await world.act(world.carl, 'closeConversation', { conversationId })).toBeUndefined();
  expect(await letIn()).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo, world.carl]);
});

it('K10 nobody’s membership is taken for another’s, and too few ids change nothing', async () => {
  const world = new World();
  const { teamId, inSupport } = await workshopTeam(world);
  const taken = world.rows.all('members')[0]?.id ?? '';
  for (const memberIds of [[], [taken]])
    expect(await world.act(world.ann, 'addTeam', { inboxId: world.support, teamId, memberIds })).toBe('bad-arguments');
  expect([inSupport(), world.get('teams', teamId).inboxIds]).toEqual([[world.ann, world.bo], []]);
});

it('INB-4 INB-6 who has no account access may not, and nobody into an inbox they do not see', async () => {
  const world = new World();
  const { letIn } = await workshopTeam(world);
  expect(await letIn(world.support, world.bo)).toBe('not-allowed');
  expect(await letIn(world.sales)).toBe('not-found');
  expect(await world.act(world.ann, 'addTeam', { inboxId: world.support, teamId: world.id(), memberIds: [] })).toBe('not-found');
});

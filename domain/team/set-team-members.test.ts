import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';

it('INB-2 INB-6 who joins the team joins its inboxes, who leaves it leaves them, and who was let in by name stays', async () => {
  const world = new World();
  const { set, letIn, inSupport } = await workshopTeam(world);
  await set([]);
  await letIn();
  expect(inSupport()).toEqual([world.ann, world.bo]);
  expect(await set([world.bo, world.carl])).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo, world.carl]);
  expect(await set([])).toBeUndefined();
  expect(inSupport()).toEqual([world.ann, world.bo]);
});

it('VIEW-1 D8 who leaves by the team leaves as one taken out by name: what they had open is nobody’s and remembers them', async () => {
  const world = new World();
  const { set, letIn, carlsOwn } = await workshopTeam(world);
  await letIn();
  const conversation = await carlsOwn();
  await set([world.bo]);
  expect(conversation()).toMatchObject({ ownerId: null, previousOwnerId: world.carl });
});

it('INB-2 who is no longer active joins nothing', async () => {
  const world = new World();
  const { set, letIn, inSupport } = await workshopTeam(world);
  world.set('agents', world.carl, { active: false });
  await letIn();
  expect(inSupport()).toEqual([world.ann, world.bo]);
  expect(await set([world.bo, world.carl])).toBeUndefined();
  expect(await set([world.bo])).toBeUndefined();
  expect(await set([world.bo, world.carl])).toBe('not-found');
});

it('INB-4 INB-6 who may not: without account access, and who does not see every inbox of the team could let themselves in', async () => {
  const world = new World();
  const { set, letIn } = await workshopTeam(world);
  expect(await set([], world.bo)).toBe('not-allowed');
  await letIn(world.sales, 'host');
  expect(await set([world.ann])).toBe('team-elsewhere');
});

import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';
import { viewsOf } from '../view/views-of';

it('VIEW-1 D8 D23 their open conversations become unassigned and remember them, closed ones keep their owner', async () => {
  const world = new World();
  const open = await world.mailFrom('ida@kunde.example');
  const closed = await world.mailFrom('per@kunde.example');
  const anns = await world.mailFrom('eva@kunde.example');
  for (const [{ conversationId }, ownerId] of [
    [open, world.bo],
    [closed, world.bo],
    [anns, world.ann],
  ] as const)
    await world.act(world.ann, 'assignConversation', { conversationId, ownerId });
  await world.act(world.bo, 'closeConversation', { conversationId: closed.conversationId });

  expect(await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo })).toBeUndefined();

  expect(world.get('conversations', open.conversationId)).toMatchObject({ ownerId: null, previousOwnerId: world.bo });
  expect(viewsOf(world.get('conversations', open.conversationId))).toContain('unassigned');
  expect(world.get('conversations', closed.conversationId)).toMatchObject({ ownerId: world.bo, previousOwnerId: null });
  expect(world.get('conversations', anns.conversationId).ownerId).toBe(world.ann);
  expect(await world.act(world.bo, 'reopenConversation', { conversationId: closed.conversationId })).toBe('not-found');
});

it('D7 a ticket loses its owner only if it was that agent', async () => {
  const world = new World();
  const { conversationId: a } = await world.mailFrom('ida@kunde.example');
  const { conversationId: b } = await world.mailFrom('per@kunde.example');
  for (const conversationId of [a, b]) await world.act(world.ann, 'assignConversation', { conversationId, ownerId: world.bo });
  const [bos, anns] = [await world.ticketFor(a), await world.ticketFor(b)];
  world.set('tickets', anns, { ownerId: world.ann });
  await world.act('host', 'removeMember', { inboxId: world.support, agentId: world.bo });
  expect([bos, anns].map((id) => world.get('tickets', id).ownerId)).toEqual([null, world.ann]);
});

it('INB-2 who is not in it cannot be taken out', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.carl })).toBe('not-a-member');
});

it('INB-2 INB-6 the last one in it who may set it up stays, by name or through a team: nobody could be let in after them', async () => {
  const world = new World();
  const ann = { inboxId: world.support, agentId: world.ann };
  expect(await world.act(world.ann, 'removeMember', ann)).toBe('last-in-inbox');
  world.set('agents', world.bo, { accountAccess: true, active: false });
  expect(await world.act(world.ann, 'removeMember', ann)).toBe('last-in-inbox');
  world.set('agents', world.bo, { active: true });
  expect(await world.act(world.ann, 'removeMember', ann)).toBeUndefined();

  const other = new World();
  const { set, letIn, inSupport } = await workshopTeam(other);
  await letIn();
  other.set('agents', other.carl, { accountAccess: true });
  expect(await other.act('host', 'removeMember', { inboxId: other.support, agentId: other.ann })).toBeUndefined();
  expect(await set([other.bo], 'host')).toBe('last-in-inbox');
  expect(inSupport()).toEqual([other.bo, other.carl]);
});

it('INB-4 INB-6 who has no account access may not, and nobody in an inbox they do not see', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'removeMember', { inboxId: world.support, agentId: world.ann })).toBe('not-allowed');
  expect(await world.act(world.ann, 'removeMember', { inboxId: world.sales, agentId: world.carl })).toBe('not-found');
});

it('INB-2 who is in through a team leaves with it alone; let in by name as well, they stay when either goes', async () => {
  const world = new World();
  const { teamId, letIn, inSupport } = await workshopTeam(world);
  await letIn();
  const carl = { inboxId: world.support, agentId: world.carl };
  expect(await world.act(world.ann, 'removeMember', carl)).toBe('in-by-team');
  await world.act(world.ann, 'addMember', { ...carl, memberId: world.id() });
  expect(await world.act(world.ann, 'removeMember', carl)).toBeUndefined();
  expect(inSupport()).toContain(world.carl);
  await world.act(world.ann, 'addMember', { ...carl, memberId: world.id() });
  await world.act(world.ann, 'removeTeam', { inboxId: world.support, teamId });
  expect(inSupport()).toContain(world.carl);
  expect(await world.act(world.ann, 'removeMember', carl)).toBeUndefined();
  expect(inSupport()).not.toContain(world.carl);
});

import { expect, it } from 'vitest';
import { workshopTeam } from '../../tests/support/workshop-team';
import { World } from '../../tests/support/world';
import { spacesOfAgent } from '../space/spaces-of-agent';
import { viewsOf } from '../view/views-of';

/** Carl, of Sales alone, rules. */
function ruledByCarl() {
  const world = new World();
  world.set('agents', world.carl, { superAdmin: true });
  const set = (by: string, agentId: string, active: boolean) => world.act(by, 'setAgentActive', { agentId, active });
  const give = (conversationId: string, ownerId: string) => world.act(world.ann, 'assignConversation', { conversationId, ownerId });
  return { world, set, give };
}

it('VIEW-1 D8 open and snoozed conversations become unassigned and remember them, closed ones keep them, also where the other is no member', async () => {
  const { world, set, give } = ruledByCarl();
  const [open, snoozed, closed, anns] = [
    await world.mailFrom('ida@kunde.example'),
    await world.mailFrom('per@kunde.example'),
    await world.mailFrom('eva@kunde.example'),
    await world.mailFrom('ole@kunde.example'),
  ].map(({ conversationId }) => conversationId) as [string, string, string, string];
  for (const id of [open, snoozed, closed]) await give(id, world.bo);
  await give(anns, world.ann);
  await world.act(world.bo, 'snoozeConversation', { conversationId: snoozed, until: null });
  await world.act(world.bo, 'closeConversation', { conversationId: closed });
  expect(await set(world.carl, world.bo, false)).toBeUndefined();
  for (const id of [open, snoozed]) {
    const row = world.get('conversations', id);
    expect(row).toMatchObject({ ownerId: null, previousOwnerId: world.bo });
    expect(row.snoozed).toBeUndefined();
    expect(viewsOf(row)).toContain('unassigned');
  }
  expect(world.get('conversations', closed)).toMatchObject({ ownerId: world.bo, previousOwnerId: null });
  expect(world.get('conversations', anns).ownerId).toBe(world.ann);
});

it('VIEW-1 a closed one of theirs that a customer, a colleague or Undo opens again is nobody’s', async () => {
  const { world, set, give } = ruledByCarl();
  const mails = [await world.mailFrom('ida@kunde.example'), await world.mailFrom('per@kunde.example'), await world.mailFrom('eva@kunde.example')];
  const [answered, reopened, undone] = mails.map(({ conversationId }) => conversationId) as [string, string, string];
  for (const id of [answered, reopened, undone]) await give(id, world.bo);
  for (const id of [answered, reopened]) await world.act(world.ann, 'closeConversation', { conversationId: id });
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId: undone });
  await set('host', world.bo, false);
  await world.mailFrom('ida@kunde.example', { references: [mails[0]?.rfcMessageId ?? ''] });
  await world.act(world.ann, 'reopenConversation', { conversationId: reopened });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  for (const id of [answered, reopened, undone])
    expect(world.get('conversations', id)).toMatchObject({ status: 'open', ownerId: null, previousOwnerId: world.bo });
});

it('D7 a ticket of theirs loses its owner only if it was them', async () => {
  const { world, set, give } = ruledByCarl();
  const [a, b] = [await world.mailFrom('ida@kunde.example'), await world.mailFrom('per@kunde.example')].map(
    ({ conversationId }) => conversationId,
  ) as [string, string];
  for (const id of [a, b]) await give(id, world.bo);
  const [bos, anns] = [await world.ticketFor(a), await world.ticketFor(b)];
  world.set('tickets', anns, { ownerId: world.ann });
  await set(world.carl, world.bo, false);
  expect([bos, anns].map((id) => world.get('tickets', id).ownerId)).toEqual([null, world.ann]);
});

it('INB-6 D23 they are in no space, own nothing, are mentioned by nobody, and what they do is refused with the reason', async () => {
  const { world, set, give } = ruledByCarl();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await set(world.carl, world.bo, false);
  expect(spacesOfAgent(world.get('agents', world.bo), world.rows.all('members'))).toEqual([]);
  expect(await give(conversationId, world.bo)).toBe('owner-not-a-member');
  const comment = { messageId: world.id(), conversationId, text: 'Bo?', html: '<p>Bo?</p>', attachments: [], draftId: null };
  expect(await world.act(world.ann, 'addComment', { ...comment, mentions: [world.bo] })).toBe('not-a-member');
  expect(await world.act(world.bo, 'addComment', { ...comment, mentions: [] })).toBe('deactivated');
  expect(await world.act(world.bo, 'updateAgent', { agentId: world.bo, name: 'Bo', email: null })).toBe('deactivated');
});

it('INB-2 INB-6 activated again they are where they were, and where their teams have come meanwhile; their conversations stay with whoever has them', async () => {
  const { world, set, give } = ruledByCarl();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { letIn, inSupport } = await workshopTeam(world);
  await give(conversationId, world.bo);
  world.set('agents', world.ann, { superAdmin: true });
  await set(world.ann, world.bo, false);
  await set(world.ann, world.carl, false);
  const membership = world.rows.all('members').find(({ agentId }) => agentId === world.bo);
  expect(membership?.inactive).toBe(true);
  // The team Carl is in is let into Support: not he.
  await letIn();
  expect(inSupport()).not.toContain(world.carl);
  await set(world.ann, world.bo, true);
  await set(world.ann, world.carl, true);
  expect(inSupport()).toContain(world.carl);
  expect(world.rows.all('members').filter(({ agentId, inboxId }) => agentId === world.bo && inboxId === world.support)).toEqual([
    { ...membership, inactive: undefined },
  ]);
  expect(world.get('conversations', conversationId)).toMatchObject({ ownerId: null, previousOwnerId: world.bo });
  expect(world.get('agents', world.carl)).toMatchObject({ active: true, superAdmin: false });
});

it('RTE-1 their turn is passed over and holds again afterwards; a routing that names them can still be changed', async () => {
  const { world, set } = ruledByCarl();
  const rule = { to: 'agents', agentIds: [world.bo], teamIds: [], onlyAvailable: false, method: 'in-turn', limit: null } as const;
  await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: { ...rule, agentIds: [...rule.agentIds], teamIds: [] } });
  await set(world.carl, world.bo, false);
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(world.get('conversations', conversationId).ownerId).toBeNull();
  const both = { ...rule, agentIds: [world.ann, world.bo], teamIds: [] };
  expect(await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: both })).toBeUndefined();
  await set(world.carl, world.bo, true);
  const next = await world.mailFrom('per@kunde.example');
  const after = await world.mailFrom('eva@kunde.example');
  expect([next, after].map((mail) => world.get('conversations', mail.conversationId).ownerId).sort()).toEqual([world.ann, world.bo].sort());
});

it('S10 no link is made for them, and one that was made lets them in no more', async () => {
  const { world, set } = ruledByCarl();
  const tokenHash = 'd'.repeat(64);
  const link = { workspaceId: world.workspaceId, agentId: world.bo, name: '', email: '', inboxIds: [], accountAccess: false };
  await world.act('host', 'createInvitation', { ...link, invitationId: world.id(), tokenHash });
  await set(world.carl, world.bo, false);
  const accept = { tokenHash, agentId: world.id(), name: 'Bo', email: 'bo@havnegaard.example', memberIds: [] };
  expect(await world.act('host', 'acceptInvitation', accept)).toBe('agent-inactive');
  expect(await world.act('host', 'createInvitation', { ...link, invitationId: world.id(), tokenHash: 'e'.repeat(64) })).toBe('agent-inactive');
});

it('INB-4 who may not: without being a super administrator, oneself, the last one', async () => {
  const { world, set } = ruledByCarl();
  expect(await set(world.ann, world.bo, false)).toBe('not-allowed');
  expect(await set(world.bo, world.bo, false)).toBe('not-allowed');
  expect(await set(world.carl, world.carl, false)).toBe('own-account');
  expect(await set('host', world.carl, false)).toBe('last-super-admin');
  expect(await set(world.carl, world.id(), false)).toBe('not-found');
});

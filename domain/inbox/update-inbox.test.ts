import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';

const details = (inboxId: string) => ({
  inboxId,
  name: 'Kundeservice',
  roleAddressRule: 'always' as const,
  extraRoleAddresses: ['bestilling'],
  answerWithinMinutes: 60,
});

it('INB-2 name, goal and role addresses change, and hold for what comes in from then on', async () => {
  const world = new World();
  const before = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.ann, 'updateInbox', details(world.support))).toBeUndefined();
  const { inboxId, ...changed } = details(world.support);
  expect(world.get('inboxes', inboxId)).toMatchObject(changed);
  const after = await world.mailFrom('per@kunde.example');
  expect(world.get('conversations', before.conversationId).dueAt).toBe(world.at + 2 * hour);
  expect(world.get('conversations', after.conversationId).dueAt).toBe(world.at + hour);
});

it('VIEW-9 a role address of this inbox’s own list is judged by its rule', async () => {
  const world = new World();
  await world.act(world.ann, 'updateInbox', details(world.support));
  const { conversationId } = await world.mailFrom('bestilling@firma.example');
  expect(world.get('conversations', conversationId).spam).toBeTruthy();
});

it('INB-2 an inbox keeps a name', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'updateInbox', { ...details(world.support), name: '  ' })).toBe('bad-arguments');
});

it('INB-4 INB-6 who may not: an agent without account access; an inbox one is not in does not exist', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'updateInbox', details(world.support))).toBe('not-allowed');
  expect(await world.act(world.ann, 'updateInbox', details(world.sales))).toBe('not-found');
});

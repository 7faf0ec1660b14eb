import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('D25 K9 the host goes by its own clock: a millisecond early is refused', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'snoozeConversation', { conversationId, until: world.at + 1 });
  expect(await world.act('host', 'endSnooze', { conversationId })).toBe('not-due');
  world.at += 1;
  expect(await world.act('host', 'endSnooze', { conversationId })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ backAt: world.at });
});

it('THR-15 INB-6 an agent of another inbox may not, nor the host of another workspace', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'snoozeConversation', { conversationId, until: null });
  expect(await world.act(world.carl, 'endSnooze', { conversationId })).toBe('not-found');
  world.set('inboxes', world.support, { workspaceId: world.id() });
  expect(await world.act('host', 'endSnooze', { conversationId })).toBe('not-found');
});

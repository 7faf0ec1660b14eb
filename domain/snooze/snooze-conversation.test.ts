import { expect, it } from 'vitest';
import { hour, World } from '../../tests/support/world';
import { snoozeConversation } from './snooze-conversation';

it('THR-15 a new time takes the place of the old, and who chose it is known; back from snooze is forgotten', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'snoozeConversation', { conversationId, until: world.at + hour });
  world.at += hour;
  await world.act('host', 'endSnooze', { conversationId });
  expect(world.get('conversations', conversationId)).toMatchObject({ backAt: world.at });
  const until = world.at + 2 * hour;
  expect(await world.act(world.bo, 'snoozeConversation', { conversationId, until })).toBeUndefined();
  const { snoozed, backAt } = world.get('conversations', conversationId);
  expect([snoozed, backAt]).toEqual([{ until, by: world.bo }, undefined]);
});

it('THR-15 INB-6 an agent of another inbox may not, and the host snoozes nothing', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'snoozeConversation', { conversationId, until: null })).toBe('not-found');
  expect(await world.act('host', 'snoozeConversation', { conversationId, until: null })).toBe('not-allowed');
  expect(snoozeConversation.undoable).toBe(true);
});

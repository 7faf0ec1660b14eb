import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { followConversation } from './follow-conversation';

it('THR-18 for oneself: nothing else on it changes, whoever owns it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.bo, 'assignConversation', { conversationId, ownerId: world.bo });
  const before = world.get('conversations', conversationId);
  expect(await world.act(world.ann, 'followConversation', { conversationId })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toEqual({ ...before, followers: [world.ann] });
  expect(followConversation.undoable).toBe(true);
});

it('THR-18 X26 taken back, the row says nothing of it', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'followConversation', { conversationId });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('conversations', conversationId)).not.toHaveProperty('followers');
});

it('THR-18 INB-6 an agent of another inbox may not, and the host follows nothing', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'followConversation', { conversationId })).toBe('not-found');
  expect(await world.act('host', 'followConversation', { conversationId })).toBe('not-allowed');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('THR-18 oneself alone; the last one to go leaves the row as it was', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const before = world.get('conversations', conversationId);
  await world.act(world.ann, 'followConversation', { conversationId });
  await world.act(world.bo, 'followConversation', { conversationId });
  await world.act(world.ann, 'unfollowConversation', { conversationId });
  expect(world.get('conversations', conversationId).followers).toEqual([world.bo]);
  await world.act(world.bo, 'unfollowConversation', { conversationId });
  expect(world.get('conversations', conversationId)).toEqual(before);
});

it('THR-18 wherever it lies, and of one that is not followed nothing changes', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  await world.act(world.ann, 'followConversation', { conversationId });
  await world.act(world.ann, 'trashConversation', { conversationId });
  expect(await world.act(world.ann, 'unfollowConversation', { conversationId })).toBeUndefined();
  const { writes } = await world.try(world.ann, 'unfollowConversation', { conversationId });
  expect(writes.filter(({ table }) => table === 'conversations')).toEqual([]);
});

it('THR-18 INB-6 an agent of another inbox may not, nor the host', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'unfollowConversation', { conversationId })).toBe('not-found');
  expect(await world.act('host', 'unfollowConversation', { conversationId })).toBe('not-allowed');
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('THR-16 the last tag to go leaves the row as it was; of one that is not there nothing changes', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const before = world.get('conversations', conversationId);
  const tagId = world.id();
  await world.act(world.ann, 'tagConversation', { conversationId, tagId, name: 'VIP' });
  expect(await world.act(world.bo, 'untagConversation', { conversationId, tagId })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toEqual({ ...before, messageCount: before.messageCount + 2 });
  expect(world.done(conversationId).map(({ event }) => event)).toContainEqual({ code: 'untagged', name: 'VIP', tagId });
  const { writes } = await world.try(world.bo, 'untagConversation', { conversationId, tagId });
  expect(writes.filter(({ table }) => table === 'conversations')).toEqual([]);
});

it('THR-16 INB-6 an agent of another inbox may not, nor the host', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = { conversationId, tagId: world.id() };
  expect(await world.act(world.carl, 'untagConversation', args)).toBe('not-found');
  expect(await world.act('host', 'untagConversation', args)).toBe('not-allowed');
});

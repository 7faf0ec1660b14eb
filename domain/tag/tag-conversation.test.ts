import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mostTags } from '../model/workspace';

it('THR-16 a tag is made by putting it on, once for each name whatever its capitals; nothing else on the conversation changes', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const before = world.get('conversations', conversationId);
  const [tagId, other] = [world.id(), world.id()];
  expect(await world.act(world.ann, 'tagConversation', { conversationId, tagId, name: '  Møbler ' })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toEqual({ ...before, tags: [tagId], messageCount: before.messageCount + 1 });
  expect(world.get('workspaces', world.workspaceId).tags).toEqual([{ id: tagId, name: 'Møbler' }]);
  expect(world.done(conversationId).map(({ event }) => event)).toEqual([{ code: 'tagged', name: 'Møbler', tagId }]);

  const { writes } = await world.try(world.bo, 'tagConversation', { conversationId, tagId: other, name: 'MØBLER' });
  expect(writes.map(({ table }) => table)).toEqual(['workspaces', 'undoEntries']);
  expect(world.get('workspaces', world.workspaceId).tags).toEqual([
    { id: tagId, name: 'Møbler' },
    { id: other, name: 'MØBLER', into: tagId },
  ]);
});

it('THR-16 no tag without a name, nor more of them than a list can hold', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  for (const name of ['', '   ', 'x'.repeat(51)])
    expect(await world.act(world.ann, 'tagConversation', { conversationId, tagId: world.id(), name })).toBe('bad-arguments');
  const tags = Array.from({ length: mostTags }, (_, n) => ({ id: world.id(), name: `Tag ${n}` }));
  world.set('workspaces', world.workspaceId, { tags });
  expect(await world.act(world.ann, 'tagConversation', { conversationId, tagId: world.id(), name: 'One more' })).toBe('bad-arguments');
  expect(await world.act(world.ann, 'tagConversation', { conversationId, tagId: tags[7]?.id ?? '', name: 'Tag 7' })).toBeUndefined();
});

it('THR-16 INB-6 an agent of another inbox may not, nor the host', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const args = { conversationId, tagId: world.id(), name: 'VIP' };
  expect(await world.act(world.carl, 'tagConversation', args)).toBe('not-found');
  expect(await world.act('host', 'tagConversation', args)).toBe('not-allowed');
  expect(world.get('workspaces', world.workspaceId)).not.toHaveProperty('tags');
});

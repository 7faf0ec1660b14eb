import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { tagsOf } from './tags-of';

async function tagged() {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const [first, second, third] = [world.id(), world.id(), world.id()];
  for (const [tagId, name] of [
    [first, 'VIP'],
    [second, 'Gold'],
    [third, 'Silver'],
  ] as const)
    await world.act(world.ann, 'tagConversation', { conversationId, tagId, name });
  const change = (by: string, what: Parameters<typeof world.act<'changeTags'>>[2]['change']) =>
    world.act(by, 'changeTags', { workspaceId: world.workspaceId, change: what });
  const names = () => tagsOf(world.get('conversations', conversationId), world.get('workspaces', world.workspaceId)).map(({ name }) => name);
  return { world, conversationId, first, second, third, change, names };
}

it('THR-16 one that went into another is that one from then on, however it is named, and one row alone is written', async () => {
  const { world, first, second, third, change, names } = await tagged();
  const { writes } = await world.try(world.ann, 'changeTags', {
    workspaceId: world.workspaceId,
    change: { do: 'merge', tagId: first, into: second },
  });
  expect(writes.map(({ table }) => table)).toEqual(['workspaces']);
  expect(names()).toEqual(['Gold', 'Silver']);
  // Through a device that does not know of it: the tag it went into is meant, and none goes into itself.
  await change(world.ann, { do: 'merge', tagId: second, into: third });
  expect(await change(world.ann, { do: 'merge', tagId: third, into: first })).toBeUndefined();
  await change(world.ann, { do: 'rename', tagId: first, name: 'Metal' });
  expect(names()).toEqual(['Metal']);
});

it('THR-16 a tag nobody knows is refused, as is a name another has', async () => {
  const { world, first, change } = await tagged();
  expect(await change(world.ann, { do: 'rename', tagId: world.id(), name: 'X' })).toBe('tag-gone');
  expect(await change(world.ann, { do: 'merge', tagId: first, into: world.id() })).toBe('tag-gone');
  expect(await change(world.ann, { do: 'rename', tagId: first, name: 'GOLD' })).toBe('tag-taken');
  expect(await change(world.ann, { do: 'rename', tagId: first, name: 'vip' })).toBeUndefined();
});

it('THR-16 INB-4 who has no account access may not; the host may', async () => {
  const { world, first, change } = await tagged();
  expect(await change(world.bo, { do: 'rename', tagId: first, name: 'X' })).toBe('not-allowed');
  expect(await change('host', { do: 'rename', tagId: first, name: 'X' })).toBeUndefined();
});

it('THR-16 rows that go round in a ring, as none of ours do, mean no tag', () => {
  const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
  const tags = [
    { id: a, name: 'A', into: b },
    { id: b, name: 'B', into: a },
  ];
  expect(tagsOf({ tags: [a, b] }, { tags })).toEqual([]);
});

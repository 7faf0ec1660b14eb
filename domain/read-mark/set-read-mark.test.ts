import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { readMarkId } from './read-mark-id';

const markOf = (world: World, agentId: string, conversationId: string) => world.rows.row('readMarks', readMarkId(agentId, conversationId));

it('THR-21 K1 what was seen stays seen: an older device does not make it new again, and the last word about "unread" counts', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const set = (seenAt: number | null, unread?: true) => world.act(world.ann, 'setReadMark', { conversationId, seenAt, ...(unread && { unread }) });
  await set(2000);
  await set(1000, true);
  const row = { id: readMarkId(world.ann, conversationId), space: `agent:${world.ann}`, conversationId, seenAt: 2000 };
  expect(markOf(world, world.ann, conversationId)).toEqual({ ...row, unread: true });
  await set(1000);
  expect(markOf(world, world.ann, conversationId)).toEqual(row);
  await set(null);
  expect(world.rows.all('readMarks')).toEqual([]);
  expect(await set(null)).toBeUndefined();
});

it('THR-21 INB-6 an agent of another inbox may not: nothing is kept and nothing is said; and the host reads nothing', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  expect(await world.act(world.carl, 'setReadMark', { conversationId, seenAt: 1 })).toBeUndefined();
  expect(await world.act(world.ann, 'setReadMark', { conversationId: world.id(), seenAt: 1 })).toBeUndefined();
  expect(await world.act('host', 'setReadMark', { conversationId, seenAt: 1 })).toBe('not-allowed');
  expect(world.rows.all('readMarks')).toEqual([]);
});

import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { agentSpace } from '../model/ids';
import { actOnMany, manyAtMost } from './act-on-many';
import { partOf } from './part-of';

async function withMails(count: number) {
  const world = new World();
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await world.mailFrom(`kunde-${n}@kunde.example`)).conversationId);
  return { world, ids };
}

it('LIST-3 K20 every row has its own way back, under an id of its own: one of many is taken back like one done alone', async () => {
  const { world, ids } = await withMails(3);
  const [first = '', second = ''] = ids;
  const { uuid } = await world.try(world.ann, 'actOnMany', { act: 'closeConversation', ids });
  const entries = world.rows.all('undoEntries').filter(({ act }) => act === 'closeConversation');
  expect(entries.map(({ id, space }) => [id, space]).sort()).toEqual(ids.map((id) => [partOf(uuid, id), agentSpace(world.ann)]).sort());
  expect(await world.act(world.ann, 'undo', { actId: partOf(uuid, second) })).toBeUndefined();
  expect([world.get('conversations', first).status, world.get('conversations', second).status]).toEqual(['closed', 'open']);
});

it('LIST-3 X26 taken back, the rows are to the last field as they were', async () => {
  const { world, ids } = await withMails(4);
  await world.act(world.bo, 'assignConversation', { conversationId: ids[1] ?? '', ownerId: world.bo });
  await world.act(world.bo, 'snoozeConversation', { conversationId: ids[2] ?? '', until: null });
  const before = ids.map((id) => world.get('conversations', id));
  for (const act of ['closeConversation', 'trashConversation', 'assignConversation', 'markSpam', 'snoozeConversation'] as const) {
    const { uuid, refused, left } = await world.try(world.ann, 'actOnMany', { act, ids, ownerId: world.ann, until: world.at + 1000 });
    expect([refused, left]).toEqual([undefined, []]);
    expect(ids.map((id) => world.get('conversations', id))).not.toEqual(before);
    const back = await world.try(world.ann, 'actOnMany', { act: 'undo', ids: ids.map((id) => partOf(uuid, id)).reverse() });
    expect([back.refused, back.left]).toEqual([undefined, []]);
    expect(ids.map((id) => world.get('conversations', id))).toEqual(before);
  }
});

it('LIST-3 D13 not spam, of many of one sender: one contact, no rule about them, and all of it taken back by the act and its conversations', async () => {
  const world = new World();
  const ids = [];
  for (let n = 0; n < 3; n++) ids.push((await world.mailFrom('nyhedsbrev@kunde.example')).conversationId);
  await world.act(world.ann, 'actOnMany', { act: 'markSpam', ids });
  const before = ids.map((id) => world.get('conversations', id));
  const { uuid, left } = await world.try(world.ann, 'actOnMany', { act: 'markNotSpam', ids });
  expect([left, ids.map((id) => world.get('conversations', id).spam), world.rows.all('senderRules')]).toEqual([[], [null, null, null], []]);
  expect(new Set(ids.map((id) => world.get('conversations', id).contactId)).size).toBe(1);
  const back = await world.try(world.ann, 'actOnMany', { act: 'undo', actId: uuid, ids: ids.toReversed() });
  expect(back.left).toEqual([]);
  expect(ids.map((id) => world.get('conversations', id))).toEqual(before);
});

it('K20 a row named twice is done once, and none or more than 200 are no arguments', async () => {
  const { world, ids } = await withMails(1);
  const [id = ''] = ids;
  expect(await world.try(world.ann, 'actOnMany', { act: 'closeConversation', ids: [id, id] })).toMatchObject({ refused: undefined, left: [] });
  const many = (count: number) =>
    world.act(world.ann, 'actOnMany', { act: 'closeConversation', ids: Array.from({ length: count }, () => world.id()) });
  expect(await many(0)).toBe('bad-arguments');
  expect(await many(manyAtMost + 1)).toBe('bad-arguments');
  expect(await many(manyAtMost)).toBe('not-found');
});

it('INB-6 K10 an agent of another inbox may not, nor take back what another did, and the host does nothing to many', async () => {
  const { world, ids } = await withMails(2);
  expect(await world.act(world.carl, 'actOnMany', { act: 'trashConversation', ids })).toBe('not-found');
  expect(await world.act('host', 'actOnMany', { act: 'trashConversation', ids })).toBe('not-allowed');
  const { uuid } = await world.try(world.ann, 'actOnMany', { act: 'trashConversation', ids });
  const parts = ids.map((id) => partOf(uuid, id));
  expect(await world.act(world.bo, 'actOnMany', { act: 'undo', ids: parts })).toBe('nothing-to-undo');
  expect(actOnMany.undoable).toBeUndefined();
});

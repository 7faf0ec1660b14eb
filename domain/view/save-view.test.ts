import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { mostViews } from '../model/custom-view';
import { customViewsOf } from './custom-views-of';

const open = { states: ['open' as const] };

function aWorld() {
  const world = new World();
  const inboxId = world.support;
  const names = (agentId: string) =>
    customViewsOf(world.get('inboxes', inboxId), world.rows.row('viewSettings', agentId)).map(({ name, by }) => [name, by]);
  const save = (by: string, viewId: string, change: { name?: string; shared?: boolean } = {}) =>
    world.act(by, 'saveView', { inboxId, viewId, name: 'VIP', filter: open, shared: false, ...change });
  return { world, inboxId, names, save };
}

it('VIEW-13 a private view is one’s own alone, a shared one everybody’s; made the other, it is the one view still', async () => {
  const { world, names, save } = aWorld();
  const viewId = world.id();
  await save(world.bo, viewId);
  expect([names(world.bo), names(world.ann)]).toEqual([[['VIP', world.bo]], []]);
  await save(world.bo, viewId, { shared: true });
  expect([names(world.bo), names(world.ann)]).toEqual([[['VIP', world.bo]], [['VIP', world.bo]]]);
  await save(world.bo, viewId, { name: 'Gold' });
  expect([names(world.bo), names(world.ann)]).toEqual([[['Gold', world.bo]], []]);
  expect(world.get('inboxes', world.support)).not.toHaveProperty('views');
});

it('VIEW-13 INB-4 who has account access changes a colleague’s shared view and it stays theirs; nobody makes it their own; others may not', async () => {
  const { world, names, save } = aWorld();
  const [mine, theirs] = [world.id(), world.id()];
  await save(world.bo, mine, { shared: true });
  await save(world.ann, theirs, { shared: true, name: 'Lead' });
  expect(await save(world.ann, mine, { shared: true, name: 'Gold' })).toBeUndefined();
  expect(names(world.ann)).toEqual([
    ['Gold', world.bo],
    ['Lead', world.ann],
  ]);
  expect(await save(world.ann, mine, { shared: false })).toBe('not-allowed');
  expect(await save(world.bo, theirs, { shared: true })).toBe('not-allowed');
});

it('VIEW-13 INB-6 K10 an inbox one is not in is not there, and the host has no views', async () => {
  const { world, inboxId } = aWorld();
  const args = { inboxId: world.sales, viewId: world.id(), name: 'VIP', filter: open, shared: true };
  expect(await world.act(world.bo, 'saveView', args)).toBe('not-found');
  await expect(world.act('host', 'saveView', { ...args, inboxId })).resolves.toBe('not-allowed');
});

it('VIEW-13 there is an end to them', async () => {
  const { world, save } = aWorld();
  for (let n = 0; n < mostViews; n++) await save(world.bo, world.id(), { name: `View ${n}` });
  expect(await save(world.bo, world.id())).toBe('too-many-views');
  expect(await save(world.bo, world.id(), { shared: true })).toBeUndefined();
});

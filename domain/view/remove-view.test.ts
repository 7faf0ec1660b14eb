import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('VIEW-13 a view is taken away, one’s own or a shared one, and what stood in it stays', async () => {
  const world = new World();
  await world.mailFrom('ida@kunde.example');
  const [own, shared] = [world.id(), world.id()];
  const args = { inboxId: world.support, name: 'VIP', filter: { states: ['open' as const] } };
  await world.act(world.bo, 'saveView', { ...args, viewId: own, shared: false });
  await world.act(world.bo, 'saveView', { ...args, viewId: shared, shared: true });
  await world.act(world.bo, 'orderViews', { viewIds: [shared, own] });
  const remove = (by: string, viewId: string) => world.act(by, 'removeView', { inboxId: world.support, viewId });
  expect(await remove(world.ann, own)).toBe('view-gone');
  expect(await remove(world.bo, own)).toBeUndefined();
  expect(await remove(world.bo, shared)).toBeUndefined();
  expect(await remove(world.bo, shared)).toBe('view-gone');
  expect(world.rows.row('viewSettings', world.bo)).toMatchObject({ own: [], order: [shared, own] });
  expect(world.get('inboxes', world.support)).not.toHaveProperty('views');
  expect(world.rows.all('conversations')).toHaveLength(1);
});

it('VIEW-13 INB-4 a colleague without account access may not take a shared one away', async () => {
  const world = new World();
  const viewId = world.id();
  await world.act(world.ann, 'saveView', { inboxId: world.support, viewId, name: 'Lead', filter: { states: ['open'] }, shared: true });
  expect(await world.act(world.bo, 'removeView', { inboxId: world.support, viewId })).toBe('not-allowed');
  expect(await world.act('host', 'removeView', { inboxId: world.support, viewId })).toBe('not-allowed');
});

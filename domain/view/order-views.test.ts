import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { customViewsOf } from './custom-views-of';

it('VIEW-13 everybody has the order they put them in; what it does not name comes after', async () => {
  const world = new World();
  const ids = [world.id(), world.id(), world.id()] as [string, string, string];
  for (const [at, viewId] of ids.entries())
    await world.act(world.bo, 'saveView', {
      inboxId: world.support,
      viewId,
      name: `View ${at}`,
      filter: { states: ['open'] },
      shared: at !== 1,
    });
  const seen = (agentId: string) => customViewsOf(world.get('inboxes', world.support), world.rows.row('viewSettings', agentId)).map(({ id }) => id);
  expect(seen(world.bo)).toEqual([ids[0], ids[2], ids[1]]);
  await world.act(world.bo, 'orderViews', { viewIds: [ids[1], ids[2], ids[1]] });
  expect(seen(world.bo)).toEqual([ids[1], ids[2], ids[0]]);
  expect(seen(world.ann)).toEqual([ids[0], ids[2]]);
});

it('K10 the host may not: it is a person’s', async () => {
  expect(await new World().act('host', 'orderViews', { viewIds: [] })).toBe('not-allowed');
});

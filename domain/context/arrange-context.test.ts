import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { usualContext } from '../model/context-settings';

it('CTX-5 K1 one’s choices lie in one’s own space; what an act does not name stays, and nothing stands twice', async () => {
  const world = new World();
  await world.act(world.ann, 'arrangeContext', { folded: ['ticket', 'ticket'] });
  await world.act(world.ann, 'arrangeContext', { ticketProperties: ['stage'] });
  const own = { id: world.ann, space: `agent:${world.ann}` };
  expect(world.rows.all('contextSettings')).toEqual([{ ...own, ...usualContext, ticketProperties: ['stage'], folded: ['ticket'] }]);
});

it('K10 the host may not: they are a person’s', async () => {
  expect(await new World().act('host', 'arrangeContext', { folded: [] })).toBe('not-allowed');
});

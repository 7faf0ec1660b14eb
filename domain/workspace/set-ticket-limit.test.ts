import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';

it('CHN-12 who has account access says how many tickets a contact may have', async () => {
  const world = new World();
  expect(await world.act(world.ann, 'setTicketLimit', { workspaceId: world.workspaceId, limit: 20 })).toBeUndefined();
  expect(world.get('workspaces', world.workspaceId)).toMatchObject({ ticketLimit: 20 });
});

it('INB-4 who may not: an agent without account access; none at all is no limit', async () => {
  const world = new World();
  expect(await world.act(world.bo, 'setTicketLimit', { workspaceId: world.workspaceId, limit: 20 })).toBe('not-allowed');
  expect(await world.act(world.ann, 'setTicketLimit', { workspaceId: world.id(), limit: 20 })).toBe('not-found');
  for (const limit of [0, 1.5, 1_000_000]) {
    expect(await world.act(world.ann, 'setTicketLimit', { workspaceId: world.workspaceId, limit })).toBe('bad-arguments');
  }
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { ArgsOf } from '../mutations';
import { stageOf, stagesOf } from './stages';

const names = (world: World) => stagesOf(world.get('inboxes', world.support)).map(({ id, name }) => name ?? id);
const change = (world: World, what: ArgsOf<'changeStages'>['change']) =>
  world.act(world.ann, 'changeStages', { inboxId: world.support, change: what });

it('TKT-8 stages are added, renamed, put in order and removed', async () => {
  const world = new World();
  const stageId = world.id();
  await change(world, { do: 'add', stageId, name: 'Workshop', state: 'open' });
  await change(world, { do: 'move', stageId, before: 'waiting-on-us' });
  await change(world, { do: 'rename', stageId: 'new', name: 'Just in' });
  await change(world, { do: 'remove', stageId: 'waiting-on-contact', into: stageId });
  expect(names(world)).toEqual(['Just in', 'Workshop', 'waiting-on-us', 'closed']);
  await change(world, { do: 'move', stageId, before: null });
  expect(names(world)).toEqual(['Just in', 'waiting-on-us', 'closed', 'Workshop']);
});

it('TKT-8 what is gone, or would take its tickets into the other state, is refused', async () => {
  const world = new World();
  const refused = [
    await change(world, { do: 'remove', stageId: 'new', into: 'closed' }),
    await change(world, { do: 'remove', stageId: 'new', into: 'new' }),
    await change(world, { do: 'remove', stageId: 'closed', into: 'closed' }),
    await change(world, { do: 'rename', stageId: 'nowhere', name: 'X' }),
    await change(world, { do: 'move', stageId: 'new', before: 'nowhere' }),
  ];
  expect(refused).toEqual(refused.map(() => 'stage-gone'));
  expect(await change(world, { do: 'rename', stageId: 'new', name: ' ' })).toBe('bad-arguments');
});

it('TKT-8 whatever is done to the stages, there is an open and a closed one, and a ticket stands in one that is there and of its own state', async () => {
  const step = fc.record({ what: fc.constantFrom('add', 'rename', 'move', 'remove', 'ticket'), a: fc.nat(9), b: fc.nat(9), closed: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const world = new World();
      const { conversationId } = await world.mailFrom('ida@kunde.example');
      const ticketId = await world.ticketFor(conversationId);
      for (const { what, a, b, closed } of steps) {
        const stages = stagesOf(world.get('inboxes', world.support));
        const at = (n: number) => stages[n % stages.length]?.id ?? '';
        const before = world.get('tickets', ticketId).status;
        if (what === 'add') await change(world, { do: 'add', stageId: world.id(), name: 'More', state: closed ? 'closed' : 'open' });
        if (what === 'rename') await change(world, { do: 'rename', stageId: at(a), name: 'Other' });
        if (what === 'move') await change(world, { do: 'move', stageId: at(a), before: at(b) });
        if (what === 'remove') await change(world, { do: 'remove', stageId: at(a), into: at(b) });
        if (what === 'ticket') await world.act(world.bo, 'setTicketStage', { ticketId, stage: at(a) });
        else expect(world.get('tickets', ticketId).status).toBe(before);
        const now = stagesOf(world.get('inboxes', world.support));
        expect(new Set(now.map(({ state }) => state)).size).toBe(2);
        const ticket = world.get('tickets', ticketId);
        const stands = stageOf(ticket, world.get('inboxes', world.support));
        expect([now.some(({ id }) => id === stands.id), stands.state]).toEqual([true, ticket.status]);
      }
    }),
    { numRuns: 60 },
  );
});

it('INB-4 INB-6 who may not: an agent without account access; the stages of an inbox one is not in do not exist', async () => {
  const world = new World();
  const args = (inboxId: string) => ({ inboxId, change: { do: 'rename' as const, stageId: 'new', name: 'Mine' } });
  expect(await world.act(world.bo, 'changeStages', args(world.support))).toBe('not-allowed');
  expect(await world.act(world.ann, 'changeStages', args(world.sales))).toBe('not-found');
});

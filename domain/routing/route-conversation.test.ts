import fc from 'fast-check';
import { expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import type { Routing } from '../model/routing';

const routing = (world: World, rest: Partial<Routing> = {}): Routing => ({
  to: 'agents',
  agentIds: [world.ann, world.bo],
  teamIds: [],
  onlyAvailable: true,
  method: 'in-turn',
  limit: null,
  ...rest,
});
const linesOf = (world: World, conversationId: string) => world.thread(conversationId).flatMap(({ event }) => event?.code ?? []);

it('RTE-1 RTE-3 over any history nobody is given more than the limit by itself, and every automatic assignment has its one line', async () => {
  const step = fc.constantFrom('mail', 'mail', 'mail', 'close', 'away', 'back', 'take');
  const method = fc.constantFrom('in-turn' as const, 'fewest-open' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.integer({ min: 1, max: 3 }), method, async (steps, limit, by) => {
      const world = new World();
      await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: routing(world, { limit, method: by }) });
      for (const [n, what] of steps.entries()) {
        const agentId = n % 2 ? world.ann : world.bo;
        const open = () => world.rows.all('conversations').filter(({ status }) => status === 'open');
        const [some] = open().filter(({ ownerId }) => ownerId === agentId);
        if (what === 'mail') {
          const before = new Map([world.ann, world.bo].map((each) => [each, open().filter(({ ownerId }) => ownerId === each).length]));
          const { conversationId } = await world.mailFrom(`kim${n}@kunde.example`);
          const { ownerId, messageCount } = world.get('conversations', conversationId);
          const lines = linesOf(world, conversationId);
          expect([lines.length, messageCount]).toEqual([1, world.thread(conversationId).length]);
          expect(lines[0]).toMatch(ownerId === null ? /^unassigned-/ : /^assigned-/);
          if (ownerId !== null) expect(before.get(ownerId)).toBeLessThan(limit);
        }
        if (what === 'close' && some) await world.act(world.ann, 'closeConversation', { conversationId: some.id });
        if (what === 'away' || what === 'back')
          await world.act(agentId, 'setAvailability', { agentId, state: what === 'away' ? 'away' : 'available' });
        const [nobodys] = open().filter(({ ownerId }) => ownerId === null);
        if (what === 'take' && nobodys) await world.act(agentId, 'assignConversation', { conversationId: nobodys.id, ownerId: agentId });
      }
    }),
    { numRuns: 40 },
  );
});

it('RTE-3 spam and trash are nobody’s work: they do not count', async () => {
  const world = new World();
  await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: routing(world, { agentIds: [world.bo], limit: 1 }) });
  const first = await world.mailFrom('kim@kunde.example');
  await world.act(world.ann, 'trashConversation', { conversationId: first.conversationId });
  const second = await world.mailFrom('lea@kunde.example');
  await world.act(world.ann, 'markSpam', { conversationId: second.conversationId });
  const third = await world.mailFrom('ole@kunde.example');
  expect(world.get('conversations', third.conversationId).ownerId).toBe(world.bo);
});

it('I2 the line has the act’s own id, so that the act run again writes the same', async () => {
  const world = new World();
  await world.act(world.ann, 'setRouting', { channelId: world.mail, routing: routing(world) });
  const { uuid, writes } = await world.try('host', 'receiveMessage', world.aMail('kim@kunde.example'));
  const [line] = writes.flatMap(({ table, after }) => (table === 'messages' && after?.kind === 'event' ? [after] : []));
  expect([line?.id, line?.receivedAt]).toEqual([uuid, world.at]);
});

it('RTE-1 a form and a call are given to somebody as a mail is', async () => {
  const world = new World();
  for (const channelId of [world.form, world.phone]) await world.act(world.ann, 'setRouting', { channelId, routing: routing(world) });
  const ids = () => ({ conversationId: world.id(), messageId: world.id(), contactId: world.id(), eventId: world.id() });
  const fields = [{ label: 'E-mail', value: 'kim@kunde.example' }];
  const form = { kind: 'form' as const, ids: ids(), channelId: world.form, receivedAt: world.at, fields };
  const call = { kind: 'call' as const, ids: ids(), channelId: world.phone, receivedAt: world.at, number: '+4512345678', name: '' };
  await world.act('host', 'receiveMessage', form);
  await world.act('host', 'receiveMessage', { ...call, durationSeconds: 0, outcome: 'missed' });
  expect([form, call].map(({ ids: { conversationId } }) => world.get('conversations', conversationId).ownerId)).toEqual([world.ann, world.ann]);
});

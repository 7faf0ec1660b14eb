import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { ChannelKind } from '../model/channel';
import { Conversation } from '../model/conversation';
import { counterKeysOf, needsAnswer, sortAtOf, type ViewName, viewKeysOf, viewNames, viewsOf } from './views-of';

const world = new World();
const [ann, bo] = [world.ann, world.bo];

async function aConversation(): Promise<Conversation> {
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  return world.get('conversations', conversationId);
}
const plain = await aConversation();
const made = (change: Partial<Conversation>): Conversation => Conversation.parse({ ...plain, ...change });
const closed = { status: 'closed' as const, closedAt: 5, closedBy: null };
const bot = { name: 'Hjælper', handedOverAt: null, lastVisitorAt: 1 };

const time = fc.option(fc.integer({ min: 1, max: 9 }), { nil: null });
const anyConversation = fc
  .record({
    channel: fc.constantFrom(...ChannelKind.options),
    ownerId: fc.constantFrom(null, ann, bo),
    previousOwnerId: fc.constantFrom(null, ann),
    teamId: fc.constantFrom(null, world.sales),
    startedBy: fc.constantFrom('contact' as const, 'us' as const),
    inbound: time,
    lastOutboundAt: time,
    bot: fc.constantFrom(null, bot, { ...bot, handedOverAt: 2 }),
    spam: fc.constantFrom(null, { reason: 'bulk-mail' as const, rule: null, at: 3 }),
    trashed: fc.constantFrom(null, { at: 4, by: null }),
    status: fc.constantFrom({ status: 'open' as const }, { status: 'open' as const, snoozed: { until: 7, by: ann } }, closed),
    createdAt: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ inbound, status, ...rest }) => made({ ...rest, firstInboundAt: inbound, lastInboundAt: inbound, ...status }));

/** What each view holds, said the long way round: one sentence of the requirements each, sharing nothing with `viewsOf`. */
const oracle: Record<ViewName, (c: Conversation) => boolean> = {
  unassigned: (c) => isAwake(c) && c.ownerId === null,
  mine: (c) => isAwake(c) && c.ownerId !== null,
  open: (c) => isAwake(c),
  bots: (c) => isAwake(c) && c.bot !== null && c.ownerId === null,
  closed: (c) => inFront(c) && c.status === 'closed',
  email: (c) => inFront(c) && c.channel === 'email',
  chat: (c) => inFront(c) && c.channel === 'chat',
  forms: (c) => inFront(c) && c.channel === 'form',
  calls: (c) => inFront(c) && c.channel === 'call',
  messenger: (c) => inFront(c) && c.channel === 'messenger',
  whatsapp: (c) => inFront(c) && c.channel === 'whatsapp',
  sms: (c) => inFront(c) && c.channel === 'sms',
  custom: (c) => inFront(c) && c.channel === 'custom',
  snoozed: (c) => c.snoozed !== undefined && c.trashed === null && c.spam === null,
  sent: (c) => c.trashed === null && c.spam === null && c.startedBy === 'us' && c.firstInboundAt === null,
  spam: (c) => c.spam !== null && c.trashed === null,
  trash: (c) => c.trashed !== null,
};
/** Open and not snoozed, as VIEW-1, 2, 3 and 5 hold them. */
const isAwake = (c: Conversation) => inFront(c) && c.status === 'open' && c.snoozed === undefined;
const inFront = (c: Conversation) => c.trashed === null && c.spam === null && c.firstInboundAt !== null;

it('VIEW-1 to VIEW-10 every conversation stands in exactly the views the requirements name', () => {
  fc.assert(
    fc.property(anyConversation, (conversation) => {
      const expected = viewNames.filter((view) => oracle[view](conversation));
      expect([...viewsOf(conversation)].sort()).toEqual([...expected].sort());
    }),
    { numRuns: 2000, seed: 1 },
  );
});

it('VIEW-12 VIEW-6 counters: the open ones of a channel view, all of the others, mine by owner', () => {
  fc.assert(
    fc.property(fc.array(anyConversation, { maxLength: 12 }), (all) => {
      const counted = new Map<string, number>();
      for (const key of all.flatMap(counterKeysOf)) counted.set(key, (counted.get(key) ?? 0) + 1);
      const channels = new Set<ViewName>(['chat', 'email', 'forms', 'calls', 'messenger', 'whatsapp', 'sms', 'custom']);
      for (const view of viewNames.filter((name) => name !== 'mine')) {
        const held = all.filter((conversation) => oracle[view](conversation) && (!channels.has(view) || conversation.status === 'open'));
        expect(counted.get(view) ?? 0, view).toBe(held.length);
      }
      for (const agentId of [ann, bo]) {
        const own = all.filter((conversation) => oracle.mine(conversation) && conversation.ownerId === agentId);
        expect(counted.get(`mine:${agentId}`) ?? 0).toBe(own.length);
      }
    }),
    { numRuns: 500, seed: 2 },
  );
});

it('VIEW-2 K2 the index of an agent has their own as mine, nobody else’s, all within the inbox', () => {
  fc.assert(
    fc.property(anyConversation, (conversation) => {
      const keys = viewKeysOf(conversation, ann);
      expect(keys.some(([, view]) => view === 'mine')).toBe(oracle.mine(conversation) && conversation.ownerId === ann);
      expect(keys.filter(([, view]) => view !== 'mine').map(([, view]) => view)).toEqual(viewsOf(conversation).filter((view) => view !== 'mine'));
      for (const key of keys) expect(key).toEqual([conversation.inboxId, key[1], sortAtOf(conversation, key[1]), conversation.id]);
    }),
    { numRuns: 500, seed: 3 },
  );
});

describe('the corners', () => {
  it('D9 a team alone is not an owner: unassigned, and nobody’s', () => {
    const teams = made({ teamId: world.sales });
    expect(viewsOf(teams)).toEqual(['open', 'email', 'unassigned']);
    expect(counterKeysOf(teams).filter((key) => key.startsWith('mine'))).toEqual([]);
  });

  it('VIEW-5 a bot’s conversation leaves Bots with its first owner, handed over or not', () => {
    expect(viewsOf(made({ channel: 'chat', bot }))).toContain('bots');
    expect(viewsOf(made({ channel: 'chat', bot: { ...bot, handedOverAt: 2 } }))).toContain('bots');
    expect(viewsOf(made({ channel: 'chat', bot, ownerId: ann }))).not.toContain('bots');
  });

  it('VIEW-8 D11 outbound only stands in Sent alone, owner or not, by the time of our last mail', () => {
    const outbound = made({ startedBy: 'us', firstInboundAt: null, lastInboundAt: null, lastOutboundAt: 7, ownerId: ann, createdAt: 3 });
    expect(viewsOf(outbound)).toEqual(['sent']);
    expect(sortAtOf(outbound, 'sent')).toBe(7);
  });

  it('VIEW-6 a closed one is held by its channel’s view and not counted there', () => {
    const done = made({ channel: 'chat', ...closed });
    expect(viewsOf(done)).toEqual(['closed', 'chat']);
    expect(counterKeysOf(done)).toEqual(['closed']);
  });

  it('VIEW-9 VIEW-10 trash goes before spam', () => {
    const both = made({ spam: { reason: 'bulk-mail', rule: null, at: 1 }, trashed: { at: 2, by: null } });
    expect(viewsOf(both)).toEqual(['trash']);
  });

  it('LIST-1 ordered by the last received message; our reply moves nothing', () => {
    expect(sortAtOf(made({ lastInboundAt: 5, lastOutboundAt: 9 }), 'open')).toBe(5);
  });

  it('LIST-2 a customer waits while the last word is theirs, in what is open and in front', () => {
    expect(needsAnswer(made({ lastInboundAt: 5, lastOutboundAt: 4 }))).toBe(true);
    expect(needsAnswer(made({ lastInboundAt: 5, lastOutboundAt: 6 }))).toBe(false);
    expect(needsAnswer(made({ lastInboundAt: 5, lastOutboundAt: null, trashed: { at: 6, by: null } }))).toBe(false);
    expect(needsAnswer(made({ lastInboundAt: 5, lastOutboundAt: null, ...closed }))).toBe(false);
  });
});

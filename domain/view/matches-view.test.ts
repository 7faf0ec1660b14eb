import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { World } from '../../tests/support/world';
import { Conversation } from '../model/conversation';
import type { ViewFilter } from '../model/custom-view';
import { matchesView } from './matches-view';

const world = new World();
const [ann, bo] = [world.ann, world.bo];
const { conversationId } = await world.mailFrom('ida@kunde.example');
const plain = world.get('conversations', conversationId);
const made = (change: Partial<Conversation>): Conversation => Conversation.parse({ ...plain, ...change });
const [vip, legal, team] = [world.id(), world.id(), world.id()];
const closed = { status: 'closed' as const, closedAt: 5, closedBy: null };
const asleep = { snoozed: { until: null, by: ann } };
const any: ViewFilter = { states: ['open', 'snoozed', 'closed'] };
const holds = (change: Partial<Conversation>, filter: Partial<ViewFilter>, me: string | null = ann) =>
  matchesView(made(change), { ...any, ...filter }, me);

describe('VIEW-13 what a custom view holds', () => {
  it.each<[string, Partial<ViewFilter>, Partial<Conversation>, Partial<Conversation>]>([
    ['open ones alone', { states: ['open'] }, {}, asleep],
    ['those that sleep', { states: ['snoozed'] }, asleep, {}],
    ['closed ones', { states: ['closed'] }, closed, asleep],
    ['mine', { owners: ['me'] }, { ownerId: ann }, { ownerId: bo }],
    ['nobody’s', { owners: ['nobody'] }, { ownerId: null }, { ownerId: ann }],
    ['a colleague’s', { owners: [bo] }, { ownerId: bo }, { ownerId: null }],
    ['a team’s', { teams: [team] }, { teamId: team }, { teamId: null }],
    ['begun in a chat', { kinds: ['chat', 'call'] }, { channel: 'chat' }, { channel: 'email' }],
    ['of one channel', { channels: [legal] }, { channelId: legal }, { channelId: null }],
    ['with one of the tags', { tags: [vip, legal] }, { tags: [legal] }, { tags: [team] }],
    ['with a ticket', { ticket: 'with' }, { ticketId: vip }, { ticketId: null }],
    ['without one', { ticket: 'without' }, { ticketId: null }, { ticketId: vip }],
    ['that wait for us', { waiting: true }, { lastInboundAt: 9, lastOutboundAt: 8 }, { lastInboundAt: 8, lastOutboundAt: 9 }],
    ['I follow', { followed: true }, { followers: [bo, ann] }, { followers: [bo] }],
    ['with a word in the subject', { words: 'Ærø' }, { subject: 'Turen til ærø' }, { subject: 'Turen til Fyn' }],
    ['with a word in the name', { words: 'søren' }, { contactName: 'Søren Holm' }, { contactName: 'Ida Holm' }],
    ['of a house', { words: '@Kunde.' }, { contactAddress: 'x@kunde.example' }, { contactAddress: null, contactName: 'x', subject: '' }],
  ])('%s', (_, filter, inside, outside) => {
    expect([holds(inside, filter), holds(outside, filter)]).toEqual([true, false]);
  });

  it('who does not know yet who they are owns and follows nothing', () => {
    expect(holds({ ownerId: null }, { owners: ['me'] }, null)).toBe(false);
    expect(holds({ followers: [ann] }, { followed: true }, null)).toBe(false);
  });

  it('VIEW-8 VIEW-9 VIEW-10 one that only we wrote in may stand in one; Trash, Spam and the sign of a merged one never', () => {
    expect(holds({ startedBy: 'us', firstInboundAt: null, lastInboundAt: null }, {})).toBe(true);
    expect(holds({ trashed: { at: 1, by: null } }, {})).toBe(false);
    expect(holds({ spam: { reason: 'bulk-mail', rule: null, at: 1 } }, {})).toBe(false);
    expect(holds({ mergedInto: vip }, {})).toBe(false);
  });

  it('each thing that is named takes some away and adds none', () => {
    const part = fc.record(
      {
        owners: fc.constantFrom<ViewFilter['owners']>(['me'], ['nobody', bo], [ann]),
        kinds: fc.constantFrom<ViewFilter['kinds']>(['email'], ['chat']),
        tags: fc.constantFrom([vip], [legal, vip]),
        ticket: fc.constantFrom('with' as const, 'without' as const),
        waiting: fc.constant(true as const),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Partial<ViewFilter>>;
    const row = fc.record({
      ownerId: fc.constantFrom(null, ann, bo),
      channel: fc.constantFrom('email' as const, 'chat' as const),
      tags: fc.constantFrom<string[]>([], [vip], [legal]),
      ticketId: fc.constantFrom(null, team),
      lastOutboundAt: fc.constantFrom(null, 1e14),
    });
    fc.assert(
      fc.property(row, part, part, (change, one, more) => {
        const both = { ...one, ...more };
        const each = Object.entries(both).every(([name, value]) => holds(change, { [name]: value }));
        expect(holds(change, both)).toBe(each);
      }),
    );
  });
});

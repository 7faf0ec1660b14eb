import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { agentRow, id, messageRow } from '../../tests/support/rows';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { NotificationSettings } from '../model/notification-settings';
import type { UndoEntry } from '../model/undo-entry';
import { grouped } from './grouped';
import { type Notice, noticesOf } from './notices-of';
import { toldOf } from './told-of';

const me = id(2);
const colleague = id(3);
const now = Date.UTC(2026, 10, 12, 9, 5);
const contact = { kind: 'contact' as const, contactId: null, name: 'Henrik', address: 'henrik@kunde.example' };

const row = (changes: Partial<Conversation> = {}) => aConversation({ firstInboundAt: now - 86_400_000, ...changes });
const word = (changes: Partial<Message> = {}): Message => ({
  ...messageRow(900, 10, 170),
  kind: 'email',
  direction: 'in',
  author: contact,
  receivedAt: now - 1000,
  ...changes,
});
const events = (before: Conversation | undefined, after: Conversation, messages: Message[] = [], acts: UndoEntry[] = []) =>
  noticesOf([{ before, after, messages }], acts, me, now).map(({ event }) => event);
const comment = (mentions: string[], agentId = colleague) =>
  word({ kind: 'comment', direction: 'internal', author: { kind: 'agent', agentId }, mentions });

describe('NTF-1 what is news for me', () => {
  it('NTF-1 a mention, whoever owns the conversation; not of others, not my own comment', () => {
    expect(events(row(), row(), [comment([me])])).toEqual(['mention']);
    expect(events(row(), row(), [comment([colleague])])).toEqual([]);
    expect(events(row(), row(), [comment([me], me)])).toEqual([]);
    expect(noticesOf([{ before: row(), after: row(), messages: [comment([me])] }], [], me, now)).toMatchObject([{ from: { agentId: colleague } }]);
  });

  it('NTF-1 a conversation given to me; not one I took, here or on another device of mine, nor one that is mine since', () => {
    expect(events(row(), row({ ownerId: me }))).toEqual(['assignment']);
    expect(events(row({ ownerId: me }), row({ ownerId: me }))).toEqual([]);
    expect(events(row(), row({ ownerId: colleague }))).toEqual([]);
    const taken = { id: id(800), space: `agent:${me}`, act: 'assignConversation', at: now, changes: [] as UndoEntry['changes'] };
    taken.changes = [{ table: 'conversations', id: row().id, before: { ownerId: null }, after: { ownerId: me } }];
    expect(events(row(), row({ ownerId: me }), [], [taken])).toEqual([]);
  });

  it('NTF-1 a customer’s word in one of mine, not in a colleague’s or nobody’s', () => {
    expect(events(row({ ownerId: me }), row({ ownerId: me }), [word()])).toEqual(['reply']);
    expect(events(row({ ownerId: colleague }), row({ ownerId: colleague }), [word()])).toEqual([]);
    expect(events(row(), row(), [word()])).toEqual([]);
  });

  it('NTF-1 a new conversation nobody has; one that is only new to this device is none', () => {
    expect(events(undefined, row({ firstInboundAt: now - 1000 }), [word()])).toEqual(['conversation']);
    expect(events(undefined, row({ firstInboundAt: now - 1000, ownerId: me }), [word()])).toEqual(['assignment']);
    expect(events(undefined, row(), [word()])).toEqual([]);
    expect(events(undefined, row({ ownerId: me }), [word()])).toEqual(['reply']);
  });

  it('NTF-1 never history, spam, trash, a machine, or what a bot still leads', () => {
    const mine = row({ ownerId: me });
    expect(events(mine, mine, [word({ receivedAt: now - 11 * 60_000 })])).toEqual([]);
    expect(events(mine, { ...mine, spam: { reason: 'bulk-mail', rule: null, at: now } }, [word()])).toEqual([]);
    expect(events(mine, { ...mine, trashed: { at: now, by: null } }, [word(), comment([me])])).toEqual([]);
    expect(events(mine, mine, [word({ automatic: 'auto-reply' })])).toEqual([]);
    expect(events(mine, mine, [word({ author: { kind: 'bot', name: 'Robo' } })])).toEqual([]);
    const led = row({ firstInboundAt: now - 1000, bot: { name: 'Robo', handedOverAt: null, lastVisitorAt: now } });
    expect(events(undefined, led, [word()])).toEqual([]);
  });

  it('THR-18 what is said in one I follow, whoever’s it is: by the customer, a colleague’s answer or comment, not my own', () => {
    const followed = row({ ownerId: colleague, followers: [id(4), me] });
    const answer = (agentId: string) => word({ direction: 'out', author: { kind: 'agent', agentId } });
    expect(events(followed, followed, [word()])).toEqual(['followed']);
    expect(events(followed, followed, [comment([])])).toEqual(['followed']);
    expect(noticesOf([{ before: followed, after: followed, messages: [answer(colleague)] }], [], me, now)).toMatchObject([
      { event: 'followed', messageId: id(900), from: { agentId: colleague } },
    ]);
    expect(events(followed, followed, [answer(me)])).toEqual([]);
    const others = row({ followers: [id(4)] });
    expect(events(others, others, [answer(colleague), comment([])])).toEqual([]);
  });

  it('THR-18 that one I follow was closed, by a colleague, just now', () => {
    const followed = row({ followers: [me] });
    const closed = (closedBy: string | null, closedAt = now - 1000) => ({ ...followed, status: 'closed' as const, closedAt, closedBy });
    expect(noticesOf([{ before: followed, after: closed(colleague), messages: [] }], [], me, now)).toMatchObject([
      { event: 'followed', messageId: null, from: { agentId: colleague } },
    ]);
    expect(events(followed, closed(me))).toEqual([]);
    expect(events(followed, closed(null))).toEqual([]);
    expect(events(followed, closed(colleague, now - 11 * 60_000))).toEqual([]);
    expect(events(closed(colleague), closed(colleague))).toEqual([]);
    expect(events(undefined, closed(colleague))).toEqual([]);
    expect(events(row(), { ...closed(colleague), followers: [id(4)] })).toEqual([]);
  });

  it('THR-18 nothing of one I follow while it is spam, trash, merged away, or a bot leads it; a line a rule wrote is none', () => {
    const followed = row({ followers: [me] });
    const said = [word(), comment([])];
    expect(events(followed, { ...followed, spam: { reason: 'bulk-mail', rule: null, at: now } }, said)).toEqual([]);
    expect(events(followed, { ...followed, trashed: { at: now, by: null } }, said)).toEqual([]);
    expect(events(followed, { ...followed, mergedInto: id(5) }, said)).toEqual([]);
    const led = { ...followed, bot: { name: 'Robo', handedOverAt: null, lastVisitorAt: now } };
    expect(events(led, led, [word()])).toEqual([]);
    expect(events(followed, followed, [word({ kind: 'event', direction: 'internal', author: { kind: 'agent', agentId: colleague } })])).toEqual([]);
  });

  it('THR-15 one I snoozed that is back, by its time or by the customer’s word; not by hand, nor one that others snoozed', () => {
    const asleep = row({ snoozed: { until: now - 500, by: me } });
    const back = row({ backAt: now - 500 });
    expect(events(asleep, back)).toEqual(['back']);
    expect(events(row({ snoozed: { until: now - 500, by: colleague } }), back)).toEqual([]);
    expect(events(asleep, row())).toEqual([]);
    expect(events(asleep, row({ backAt: now - 11 * 60_000 }))).toEqual([]);
    expect(events(asleep, { ...back, status: 'closed', closedAt: now, closedBy: colleague })).toEqual([]);
    expect(events(asleep, asleep)).toEqual([]);
    const woken = row({ ownerId: colleague, lastInboundAt: now - 1000 });
    expect(noticesOf([{ before: asleep, after: woken, messages: [word()] }], [], me, now)).toMatchObject([{ event: 'back', messageId: id(900) }]);
    expect(events(asleep, { ...woken, ownerId: me }, [word()])).toEqual(['assignment']);
    expect(events({ ...asleep, ownerId: me }, { ...woken, ownerId: me }, [word()])).toEqual(['reply']);
  });

  it('NTF-1 THR-18 of whatever comes, one notice at most, and none of what I wrote myself alone', () => {
    const agents = fc.constantFrom(me, colleague, id(4));
    const one = fc.record({
      owner: fc.option(agents),
      followers: fc.subarray([me, colleague, id(4)]),
      snoozer: fc.option(agents, { nil: undefined }),
      back: fc.boolean(),
      closer: fc.option(agents),
      said: fc.array(fc.record({ by: fc.option(agents), comment: fc.boolean(), mentions: fc.subarray([me, colleague]) }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(one, ({ owner, followers, snoozer, back, closer, said }) => {
        const before = row({ ownerId: owner, followers, ...(snoozer && { snoozed: { until: now, by: snoozer } }) });
        const open = row({ ownerId: owner, followers, ...(back && { backAt: now }) });
        const after: Conversation = closer === null ? open : { ...open, status: 'closed', closedAt: now, closedBy: closer };
        const messages = said.map(({ by, comment: isComment, mentions }, n) => {
          if (by === null) return word({ id: id(900 + n) });
          return { ...(isComment ? comment(mentions, by) : word({ direction: 'out', author: { kind: 'agent', agentId: by } })), id: id(900 + n) };
        });
        const heard = events(before, after, messages);
        expect(heard.length).toBeLessThanOrEqual(1);
        const onlyMine = said.every(({ by }) => by === me) && (closer === null || closer === me) && !(back && snoozer === me && closer === null);
        if (onlyMine) expect(heard).toEqual([]);
      }),
    );
  });

  it('NTF-1 of one conversation the most personal alone', () => {
    expect(events(row(), row({ ownerId: me }), [word(), comment([me])])).toEqual(['mention']);
  });
});

it('NTF-1 the newest of each conversation; more than three of an inbox are one line', () => {
  const notice = (n: number, inbox = 10): Notice => ({
    event: 'reply',
    conversationId: id(n),
    inboxId: id(inbox),
    messageId: id(900 + n),
    from: { name: 'Henrik' },
    title: 'Stole',
  });
  const later = { ...notice(1), event: 'mention' as const };
  expect(grouped([notice(1), notice(2), later])).toEqual([
    { kind: 'one', notice: later },
    { kind: 'one', notice: notice(2) },
  ]);
  expect(grouped([1, 2, 3, 4].map((n) => notice(n)).concat(notice(5, 11)))).toEqual([
    { kind: 'many', inboxId: id(10), count: 4 },
    { kind: 'one', notice: notice(5, 11) },
  ]);
});

describe('NTF-1 what the browser tells', () => {
  const notice = (event: Notice['event']): Notice => ({
    event,
    conversationId: id(170),
    inboxId: id(10),
    messageId: null,
    from: { name: 'Henrik' },
    title: 'Stole',
  });
  const all = (['mention', 'assignment', 'reply', 'conversation'] as const).map(notice);
  const settings: NotificationSettings = {
    id: me,
    space: `agent:${me}`,
    ways: { mention: 'browser', assignment: 'none', reply: 'browser', conversation: 'browser' },
    quiet: null,
  };
  const told = (moment: Partial<Parameters<typeof toldOf>[1]>) =>
    toldOf(all, { self: agentRow(2), settings, onScreen: new Set(), now, ...moment }).map(({ event }) => event);

  it('NTF-1 what one chose; who chose nothing hears of what is for them', () => {
    expect(told({})).toEqual(['mention', 'reply', 'conversation']);
    expect(told({ settings: undefined })).toEqual(['mention', 'assignment', 'reply']);
  });

  it('THR-18 THR-15 who chose before there was such a choice is told as usual; who chose otherwise is not', () => {
    const news = (['followed', 'back'] as const).map(notice);
    const heard = (ways: NotificationSettings['ways']) =>
      toldOf(news, { self: agentRow(2), settings: { ...settings, ways }, onScreen: new Set(), now }).map(({ event }) => event);
    expect(NotificationSettings.parse(settings)).toEqual(settings);
    expect(heard(settings.ways)).toEqual(['followed', 'back']);
    expect(heard({ ...settings.ways, followed: 'none' })).toEqual(['back']);
    expect(heard({ ...settings.ways, back: 'none' })).toEqual(['followed']);
  });

  it('NTF-2 what one chose by mail is told here while this device is online', () => {
    expect(told({ settings: { ...settings, ways: { ...settings.ways, reply: 'email' } } })).toEqual(['mention', 'reply', 'conversation']);
  });

  it('NTF-1 nothing in quiet hours, nothing that is on screen', () => {
    expect(told({ settings: { ...settings, quiet: { from: 0, to: 1439, timeZone: 'UTC' } } })).toEqual([]);
    expect(told({ onScreen: new Set([id(170)]) })).toEqual([]);
  });

  it('AVL-1 who is away hears of nothing new for everybody', () => {
    expect(told({ self: agentRow(2, { availability: { state: 'away', since: now } }) })).toEqual(['mention', 'reply']);
  });
});

import { describe, expect, it } from 'vitest';
import { aConversation } from '../../tests/support/a-conversation';
import { agentRow, id, messageRow } from '../../tests/support/rows';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import type { NotificationSettings } from '../model/notification-settings';
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

import { expect, it } from 'vitest';
import { blankMessage } from '../../domain/message/blank-message';
import type { Conversation } from '../../domain/model/conversation';
import type { Message } from '../../domain/model/message';
import type { Ticket } from '../../domain/model/ticket';
import { conversationRow, id } from '../../tests/support/rows';
import { type LocalThread, planThread, type ThereThread } from './plan-thread';

const now = Date.UTC(2026, 10, 22);
const day = 86_400_000;
const host = {
  now,
  writtenOn: (at: number, by: string | undefined) => ['Skrevet', by, new Date(at).toISOString().slice(0, 10)].filter(Boolean).join(' '),
  newId: () => id(99),
  ruleId: () => id(98),
  tagId: () => id(97),
};
const here = (conversation: Conversation, over: Partial<LocalThread> = {}): LocalThread => ({
  conversation,
  comments: [],
  html: new Map(),
  others: new Map(),
  ticket: undefined,
  inbox: {},
  drafts: [],
  mark: undefined,
  follows: false,
  tags: [],
  tagNames: [],
  allowed: false,
  blocked: false,
  worked: { conversation: true, ticket: true, mark: true, drafts: new Set() },
  ...over,
});
const there = (over: Partial<Conversation> = {}, ours = true): ThereThread => ({
  conversation: { ...conversationRow(2, 10), ...over } as Conversation,
  me: id(2),
  ticket: undefined,
  onlyOne: true,
  inbox: {},
  ours,
  drafts: [],
  mark: undefined,
  tags: [],
});
const closed = { status: 'closed' as const, closedAt: 5, closedBy: null };
const comment = (at: number): Message => ({
  ...blankMessage,
  id: id(7),
  space: `inbox:${id(10)}`,
  conversationId: id(1),
  kind: 'comment',
  direction: 'internal',
  author: { kind: 'agent', agentId: id(3) },
  receivedAt: at,
  claimedAt: null,
  text: 'A < B',
});
const names = (mine: LocalThread, theirs: ThereThread) => planThread(mine, theirs, host).map((act) => act.name);
const mine = (over: Partial<Conversation> = {}) => ({ ...conversationRow(1, 10), ...over }) as Conversation;

it('K16 plans only what differs', () => {
  expect(names(here(mine()), there())).toEqual([]);
  expect(names(here(mine(closed)), there())).toEqual(['closeConversation']);
  expect(names(here(mine()), there(closed))).toEqual(['reopenConversation']);
  expect(names(here(mine({ ownerId: id(3) })), there())).toEqual(['assignConversation']);
  expect(names(here(mine({ ownerId: id(3) })), there({ ownerId: id(2) }))).toEqual([]);
  const spam = { reason: 'bulk-mail' as const, rule: null, at: 1 };
  expect(names(here(mine({ spam })), there())).toEqual(['markSpam']);
  expect(names(here(mine()), there({ spam }))).toEqual(['markNotSpam']);
  expect(names(here(mine({ spam })), there({ spam }))).toEqual([]);
});

it('K16 THR-16 what it is tagged with here it is tagged with there, by name; what the team put on stays', () => {
  const [vip, theirs, other] = [
    { id: id(80), name: 'VIP' },
    { id: id(81), name: 'vip' },
    { id: id(82), name: 'Legs' },
  ];
  const tagged = here(mine(), { tags: [vip], tagNames: ['VIP'] });
  expect(planThread(tagged, there(), host)).toEqual([{ name: 'tagConversation', args: { conversationId: id(2), tagId: id(97), name: 'VIP' } }]);
  expect(names(tagged, { ...there(), tags: [theirs, other] })).toEqual([]);
  const takenOff = here(mine(), { tagNames: ['VIP'] });
  expect(planThread(takenOff, { ...there(), tags: [theirs, other] }, host)).toEqual([
    { name: 'untagConversation', args: { conversationId: id(2), tagId: id(81) } },
  ]);
});

it('K16 THR-18 what one follows here one follows there; what colleagues followed is theirs', () => {
  const me = id(2);
  const following = here(mine(), { follows: true });
  expect(names(following, there())).toEqual(['followConversation']);
  expect(names(following, there({ followers: [id(5), me] }))).toEqual([]);
  expect(names(here(mine({ followers: [id(5)] })), there())).toEqual([]);
  expect(names(here(mine()), there({ followers: [me] }))).toEqual(['unfollowConversation']);
  expect(names(here(mine({ trashed: { at: 1, by: null } }), { follows: true }), there())).toEqual(['followConversation', 'trashConversation']);
});

it('K16 a closed ticket closes, an open conversation of it opens again, and the trash comes last', () => {
  const open: Ticket = {
    id: id(8),
    space: `inbox:${id(10)}`,
    inboxId: id(10),
    number: 1,
    name: 'T',
    stage: 'new',
    ownerId: null,
    contactId: null,
    createdAt: 1,
    trashedAt: null,
    status: 'open',
  };
  const ticket: Ticket = { ...open, ...closed };
  const thread = here(mine({ ticketId: id(8), trashed: { at: 1, by: null } }), { ticket, comments: [comment(now)] });
  expect(names(thread, there())).toEqual(['addComment', 'createTicket', 'closeTicket', 'reopenConversation', 'trashConversation']);
  // Killed after it was made: it is closed at the next try.
  expect(names(here(mine({ ticketId: id(8), ...closed }), { ticket }), { ...there({ ticketId: id(8) }), ticket: open })).toEqual(['closeTicket']);
});

it('K16 D17 a contact taken off here is off there too', () => {
  expect(names(here(mine({ contactDetached: true })), there({ contactId: id(30) }))).toEqual(['detachContact']);
  expect(names(here(mine({ contactDetached: true })), there({ contactId: null }))).toEqual([]);
});

it('K16 where the team had the thread, or has thrown it away, only words are added', () => {
  const thread = here(mine(closed), { comments: [comment(now)] });
  expect(names(thread, there({}, false))).toEqual(['addComment']);
  expect(names(thread, there({ trashed: { at: 1, by: null } }))).toEqual(['addComment']);
});

it('K9 a comment says when it was written: by its time, or in its words where a hub takes nobody’s word for it any more', () => {
  const [recent] = planThread(here(mine(), { comments: [comment(now - day)] }), there(), host);
  expect(recent).toMatchObject({ claimedAt: now - day, args: { messageId: id(7), text: 'A < B', html: '' } });
  const [old] = planThread(here(mine(), { comments: [comment(now - 200 * day)] }), there(), host);
  expect(old?.claimedAt).toBeUndefined();
  expect(old?.args).toMatchObject({ text: 'Skrevet 2026-05-06\nA < B', html: '<p>Skrevet 2026-05-06</p><p>A &lt; B</p>' });
  const [others] = planThread(here(mine(), { comments: [comment(now)], others: new Map([[id(7), 'Bo']]) }), there(), host);
  expect(others?.args).toMatchObject({ text: 'Skrevet Bo 2026-11-22\nA < B' });
});

import type { ChannelKind } from '../model/channel';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** The standard views (VIEW-1 … VIEW-10). Messenger, WhatsApp, SMS and custom channels show once one is connected. */
export const viewNames = [
  'unassigned',
  'mine',
  'open',
  'chat',
  'email',
  'forms',
  'calls',
  'bots',
  'messenger',
  'whatsapp',
  'sms',
  'custom',
  'closed',
  'snoozed',
  'sent',
  'spam',
  'trash',
] as const;
export type ViewName = (typeof viewNames)[number];

/** A view somebody made (VIEW-13), told apart from the standard ones by its first letters. */
export type CustomViewId = `view:${Id}`;
export type ViewId = ViewName | CustomViewId;
export const customViewId = (id: Id): CustomViewId => `view:${id}`;
export const isCustomView = (view: string): view is CustomViewId => view.startsWith('view:');
export const isStandardView = (view: string): view is ViewName => (viewNames as readonly string[]).includes(view);

/** A key of the multi-entry index: a view is the range [inboxId, view] of it, in order of `sortAt` (ms), `id` makes pages stable (K2). */
export type ViewKey = [inboxId: Id, view: ViewId, sortAt: number, id: Id];

const viewOfChannel: Record<ChannelKind, ViewName> = {
  email: 'email',
  chat: 'chat',
  form: 'forms',
  call: 'calls',
  messenger: 'messenger',
  whatsapp: 'whatsapp',
  sms: 'sms',
  custom: 'custom',
};

/** Whether somebody on the other side, not a machine, has written (VIEW-3, VIEW-8). */
export const hasInbound = (conversation: Conversation) => conversation.firstInboundAt !== null;

/** A customer waits for us: the last human word was theirs (LIST-2). */
export const needsAnswer = (conversation: Conversation) =>
  conversation.status === 'open' &&
  conversation.spam === null &&
  conversation.trashed === null &&
  conversation.lastInboundAt !== null &&
  conversation.lastInboundAt > (conversation.lastOutboundAt ?? Number.NEGATIVE_INFINITY);

/** The views a conversation stands in, `mine` by its owner whoever that is. Reads no clock and no other row. */
export function viewsOf(conversation: Conversation): ViewName[] {
  if (conversation.mergedInto) return [];
  if (conversation.trashed) return ['trash'];
  if (conversation.spam) return ['spam'];
  const asleep: ViewName[] = conversation.snoozed ? ['snoozed'] : [];
  if (!hasInbound(conversation)) return conversation.startedBy === 'us' ? [...asleep, 'sent'] : asleep;
  const channelView = viewOfChannel[conversation.channel];
  if (conversation.status === 'closed') return ['closed', channelView];
  if (conversation.snoozed) return [...asleep, channelView];
  const views: ViewName[] = ['open', channelView, conversation.ownerId === null ? 'unassigned' : 'mine'];
  if (conversation.bot && conversation.ownerId === null) views.push('bots');
  return views;
}

/** What a view is ordered by: the last received message; for Sent our own last (LIST-1, VIEW-8). Back from snooze it is as new as that (D25). */
export const sortAtOf = ({ backAt = 0, createdAt, lastInboundAt, lastOutboundAt }: Conversation, view: ViewId) =>
  Math.max((view === 'sent' ? lastOutboundAt : lastInboundAt) ?? createdAt, backAt);

/** The index keys of a conversation for the agent `me` in the standard views: of all owners' conversations only one's own are `mine` (K2). */
export const viewKeysOf = (conversation: Conversation, me: Id | null): ViewKey[] =>
  viewsOf(conversation)
    .filter((view) => view !== 'mine' || conversation.ownerId === me)
    .map((view) => [conversation.inboxId, view, sortAtOf(conversation, view), conversation.id]);

/** A counter's name: a view, or `mine:<agentId>`; `late` marks do not count here because they need a clock. */
export type CounterKey = Exclude<ViewName, 'mine'> | `mine:${Id}` | CustomViewId;

const openOnly = new Set<ViewName>(Object.values(viewOfChannel));

/** The counters a conversation adds one to. Channel views hold closed ones too but count the open (VIEW-6). */
export const counterKeysOf = (conversation: Conversation): CounterKey[] =>
  viewsOf(conversation)
    .filter((view) => conversation.status === 'open' || !openOnly.has(view))
    .map((view): CounterKey => (view === 'mine' ? `mine:${conversation.ownerId}` : view));

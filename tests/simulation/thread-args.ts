import type { RowOf } from '../../domain/core/tables';
import type { Id } from '../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import type { Sight } from './mutation-args';

type Drawn<N extends MutationName> = (sight: Sight) => Promise<ArgsOf<N> | undefined>;

/** Mostly one the act is meant for, where there is one; now and then any, or one that is nowhere. */
async function conversationWhere(sight: Sight, meant: (row: RowOf<'conversations'>) => boolean): Promise<Id> {
  const rows = await sight.rows('conversations');
  const row = sight.random.chance(0.9) ? (sight.random.find(rows.filter(meant)) ?? sight.random.find(rows)) : undefined;
  return row?.id ?? sight.newId();
}

const mayBeSnoozed = ({ status, spam, trashed }: RowOf<'conversations'>) => status === 'open' && spam === null && trashed === null;

const snoozeConversation: Drawn<'snoozeConversation'> = async (sight) => ({
  conversationId: await conversationWhere(sight, mayBeSnoozed),
  until: sight.random.chance(0.2) ? null : sight.now + sight.random.int(-1, 30) * 3_600_000,
});
const endSnooze: Drawn<'endSnooze'> = async (sight) => ({
  conversationId: await conversationWhere(sight, ({ snoozed, trashed }) => snoozed !== undefined && trashed === null),
});

/** Mostly one that stays where it can be followed. */
const followConversation: Drawn<'followConversation'> = async (sight) => ({ conversationId: await conversationWhere(sight, mayBeSnoozed) });
const unfollowConversation: Drawn<'unfollowConversation'> = async (sight) => ({
  conversationId: await conversationWhere(sight, ({ followers }) => followers?.includes(sight.agentId) === true),
});

const tagNames = ['VIP', 'Urgent', 'Legs', 'vip'];
/** Mostly one of those there are; now and then one by a name that somebody else may be making just now. */
const tagConversation: Drawn<'tagConversation'> = async (sight) => {
  const { random } = sight;
  const tags = (await sight.rows('workspaces')).flatMap(({ tags: some = [] }) => some);
  const known = random.chance(0.6) ? random.find(tags) : undefined;
  const conversationId = await conversationWhere(sight, ({ trashed }) => trashed === null);
  return { conversationId, tagId: known?.id ?? sight.newId(), name: known?.name ?? random.pick(tagNames) };
};
const untagConversation: Drawn<'untagConversation'> = async (sight) => {
  const tagged = (await sight.rows('conversations')).filter(({ tags }) => tags !== undefined);
  if (tagged.length === 0) return undefined;
  const row = sight.random.find(tagged);
  return { conversationId: row?.id ?? (await conversationWhere(sight, () => true)), tagId: sight.random.find(row?.tags ?? []) ?? sight.newId() };
};
const changeTags: Drawn<'changeTags'> = async (sight) => {
  const { random, workspaceId } = sight;
  const tags = (await sight.rows('workspaces')).flatMap(({ tags: some = [] }) => some);
  if (tags.length === 0) return undefined;
  const tagId = random.find(tags)?.id ?? sight.newId();
  if (random.chance(0.5)) return { workspaceId, change: { do: 'rename', tagId, name: random.pick(tagNames) } };
  return { workspaceId, change: { do: 'merge', tagId, into: random.find(tags)?.id ?? sight.newId() } };
};

/** Mostly as far as the thread goes; now and then less, as on a device that was offline, or marked unread, or taken back. */
const setReadMark: Drawn<'setReadMark'> = async (sight) => {
  const { random } = sight;
  const conversationId = await conversationWhere(sight, () => true);
  const thread = (await sight.rows('messages')).filter((message) => message.conversationId === conversationId);
  const seenAt = random.chance(0.1) ? null : (random.find(thread)?.receivedAt ?? 0);
  return { conversationId, seenAt, ...(random.chance(0.3) && { unread: true as const }) };
};

/** Arguments for what is done to a thread: snoozed and back, followed or not, tagged, read and marked unread. */
export const threadArgs = {
  snoozeConversation,
  endSnooze,
  followConversation,
  unfollowConversation,
  tagConversation,
  untagConversation,
  changeTags,
  setReadMark,
};

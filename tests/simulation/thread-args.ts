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

/** Mostly as far as the thread goes; now and then less, as on a device that was offline, or marked unread, or taken back. */
const setReadMark: Drawn<'setReadMark'> = async (sight) => {
  const { random } = sight;
  const conversationId = await conversationWhere(sight, () => true);
  const thread = (await sight.rows('messages')).filter((message) => message.conversationId === conversationId);
  const seenAt = random.chance(0.1) ? null : (random.find(thread)?.receivedAt ?? 0);
  return { conversationId, seenAt, ...(random.chance(0.3) && { unread: true as const }) };
};

/** Arguments for what is done to a thread: snoozed and back, followed or not, read and marked unread. */
export const threadArgs = { snoozeConversation, endSnooze, followConversation, unfollowConversation, setReadMark };

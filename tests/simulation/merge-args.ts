import type { ArgsOf, MutationName } from '../../domain/mutations';
import type { Sight } from './mutation-args';

type Drawn<N extends MutationName> = (sight: Sight) => Promise<ArgsOf<N> | undefined>;

/** Mostly two of one inbox that may be merged; now and then any two, one twice, one that was merged away, or a ticket neither is on. */
const mergeConversations: Drawn<'mergeConversations'> = async ({ random, rows, newId }) => {
  const all = await rows('conversations');
  const meant = all.filter(({ mergedInto, spam, trashed }) => !mergedInto && !spam && !trashed);
  const target = random.find(random.chance(0.85) ? meant : all);
  const source = random.find(random.chance(0.85) ? meant.filter(({ id, inboxId }) => id !== target?.id && inboxId === target?.inboxId) : all);
  const kept = random.chance(0.9) ? (random.chance(0.5) ? target : source)?.ticketId : newId();
  return { conversationId: target?.id ?? newId(), sourceId: source?.id ?? newId(), keepTicketId: kept ?? null };
};

/** Mostly a message that has others before it. */
const splitConversation: Drawn<'splitConversation'> = async ({ random, rows, newId }) => {
  const messages = await rows('messages');
  const later = messages.filter(({ conversationId, receivedAt }) =>
    messages.some((other) => other.conversationId === conversationId && other.receivedAt < receivedAt),
  );
  const message = random.find(random.chance(0.9) ? later : messages);
  return { conversationId: message?.conversationId ?? newId(), messageId: message?.id ?? newId(), newConversationId: newId() };
};

export const mergeArgs = { mergeConversations, splitConversation };

import type { Conversation } from '../model/conversation';

/** The conversation without a time by which to answer, where the last human word is ours: it was answered while an act that is now undone stood. */
export function stillOwed(conversation: Conversation): Conversation {
  const { lastInboundAt, lastOutboundAt } = conversation;
  const waits = lastInboundAt !== null && lastInboundAt > (lastOutboundAt ?? Number.NEGATIVE_INFINITY);
  return waits ? conversation : { ...conversation, dueAt: null };
}

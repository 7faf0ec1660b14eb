import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Delivery } from '../model/message';

/** The row once a message of it stands so: it shows the newest mail that did not arrive until that one does. */
export function withDelivery(conversation: Conversation, messageId: Id, { state, text }: Delivery): Conversation {
  if (state === 'failed' || state === 'unknown') return { ...conversation, deliveryProblem: { messageId, state, text: text.slice(0, 300) } };
  const solved = state === 'sent' && conversation.deliveryProblem?.messageId === messageId;
  return solved ? { ...conversation, deliveryProblem: null } : conversation;
}

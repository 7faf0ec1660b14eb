import type { Conversation } from '../model/conversation';

/** The conversation, open: an open one knows nothing of a closing. */
export function opened(conversation: Conversation): Conversation {
  if (conversation.status === 'open') return conversation;
  const { closedAt: _closedAt, closedBy: _closedBy, ...rest } = conversation;
  return { ...rest, status: 'open' };
}

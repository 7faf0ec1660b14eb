import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** The conversation, closed: nothing is owed any more. One closed already keeps its time and closer. */
export const closed = (conversation: Conversation, at: number, by: Id | null): Conversation =>
  conversation.status === 'closed' ? conversation : { ...conversation, status: 'closed', closedAt: at, closedBy: by, dueAt: null };

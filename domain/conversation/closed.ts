import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import { awake } from '../snooze/awake';

/** The conversation, closed: nothing is owed any more, and it sleeps no longer (D25). One closed already keeps its time and closer. */
export const closed = (conversation: Conversation, at: number, by: Id | null): Conversation =>
  conversation.status === 'closed' ? conversation : { ...awake(conversation), status: 'closed', closedAt: at, closedBy: by, dueAt: null };

import type { Conversation } from '../model/conversation';
import type { Inbox } from '../model/inbox';
import { needsAnswer } from '../view/views-of';

/**
 * By when the team wants to have answered: so many minutes after the word that still waits, `null` where nothing is owed or
 * the inbox has no goal. What is owed already keeps its time: writing again does not put a customer further back.
 */
export function dueAtOf(conversation: Conversation, inbox: Pick<Inbox, 'answerWithinMinutes'>): number | null {
  if (!needsAnswer(conversation) || inbox.answerWithinMinutes === null || conversation.lastInboundAt === null) return null;
  return conversation.dueAt ?? conversation.lastInboundAt + inbox.answerWithinMinutes * 60_000;
}

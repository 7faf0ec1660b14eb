import type { Conversation } from '../model/conversation';
import { needsAnswer } from '../view/views-of';

/** The customer waits for longer than the team wants them to (K9: by the clock of whoever asks). */
export const isLate = (conversation: Conversation, now: number): boolean =>
  needsAnswer(conversation) && conversation.dueAt !== null && conversation.dueAt < now;

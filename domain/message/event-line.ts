import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message, ThreadEvent } from '../model/message';
import { blankMessage } from './blank-message';

/** A line the rules write into the thread, at the moment of what caused it. */
export const eventLine = (conversation: Conversation, line: { id: Id; at: number; event: ThreadEvent }): Message => ({
  ...blankMessage,
  id: line.id,
  space: conversation.space,
  conversationId: conversation.id,
  kind: 'event',
  direction: 'internal',
  author: { kind: 'system' },
  receivedAt: line.at,
  event: line.event,
});

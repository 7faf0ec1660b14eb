import { closed } from '../conversation/closed';
import { opened } from '../conversation/opened';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import type { MailFolder } from './mail-folder';

/**
 * The thread once a mail from before the mailbox was connected is in it: open if the newest word is the customer's, closed if it
 * is ours, as with a mail logged late (D21), or was archived: who puts a mail away is done with it. What a person closed or threw away since stays so, and nobody is late for what came
 * before.
 */
export function asHistory(
  conversation: Conversation,
  message: Pick<Message, 'direction' | 'receivedAt' | 'automatic'>,
  lay: MailFolder | undefined,
): Conversation {
  const newest = message.receivedAt >= Math.max(conversation.lastInboundAt ?? 0, conversation.lastOutboundAt ?? 0);
  const decidedByPerson = conversation.trashed !== null || (conversation.status === 'closed' && conversation.closedBy !== null);
  if (!newest || decidedByPerson || message.automatic) return conversation;
  return message.direction === 'out' || lay === 'archive' ? closed(conversation, message.receivedAt, null) : opened(conversation);
}

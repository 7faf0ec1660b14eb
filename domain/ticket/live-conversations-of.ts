import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** A ticket's conversations that are not in trash, whatever their status; spam counts (D3). */
export async function liveConversationsOf(tx: Tx, ticketId: Id): Promise<Conversation[]> {
  const conversations = await tx.query('conversationsByTicket', { ticketId });
  return conversations.filter((conversation) => conversation.trashed === null);
}

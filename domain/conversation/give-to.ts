import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import { ownerAfterAssignment } from '../ticket/owner-after-assignment';

/** A person gives a conversation to somebody, or to nobody; its ticket follows, other conversations of the ticket do not (TKT-3, D7). */
export async function giveTo(tx: Tx, conversation: Conversation, ownerId: Id | null): Promise<void> {
  tx.conversations.put({ ...conversation, ownerId });
  const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
  if (ticket) tx.tickets.put({ ...ticket, ownerId: ownerAfterAssignment(ticket.ownerId, { from: conversation.ownerId, to: ownerId }) });
}

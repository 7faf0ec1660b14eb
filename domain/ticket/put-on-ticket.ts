import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** A conversation comes onto a ticket there is: one of its own inbox alone (D24), and only where it has none (TKT-1). */
export async function putOnTicket(tx: Tx, conversation: Conversation, ticketId: Id): Promise<Refusal | undefined> {
  if (conversation.ticketId !== null) return refuse('has-ticket');
  if ((await tx.tickets.get(ticketId)).inboxId !== conversation.inboxId) return refuse('ticket-in-other-inbox');
  tx.conversations.put({ ...conversation, ticketId });
  return undefined;
}

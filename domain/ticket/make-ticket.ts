import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Inbox } from '../model/inbox';
import { firstStage } from './stages';
import { type NamedTicket, withProperties } from './ticket-properties';

interface Made {
  ticketId: Id;
  at: number;
  /** The pipeline's first open one where none is said. */
  stage: string | undefined;
  properties: NamedTicket;
}

/**
 * Writes a ticket of a conversation, and answers the conversation as it stands on it. It has the conversation's owner, unless told otherwise, and its
 * contact. Its number is one above the inbox's highest; made offline it is provisional until the hub has run this.
 */
export async function makeTicket(
  tx: Tx,
  { conversation, inbox }: { conversation: Conversation; inbox: Inbox },
  { ticketId, at, stage, properties }: Made,
): Promise<Conversation> {
  const [highest] = await tx.query('ticketsByNumber', { space: conversation.space, limit: 1 });
  const blank = {
    id: ticketId,
    space: conversation.space,
    inboxId: conversation.inboxId,
    number: (highest?.number ?? 0) + 1,
    name: properties.name,
    stage: stage ?? firstStage(inbox, 'open').id,
    ownerId: conversation.ownerId,
    contactId: conversation.contactId,
    createdAt: at,
    trashedAt: null,
    status: 'open' as const,
  };
  tx.tickets.put(withProperties(blank, properties));
  return { ...conversation, ticketId };
}

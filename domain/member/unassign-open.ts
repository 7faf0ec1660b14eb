import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';
import { awake } from '../snooze/awake';
import { ownerAfterAssignment } from '../ticket/owner-after-assignment';

/**
 * An agent is in an inbox no more, or deactivated. Their open conversations of it, snoozed ones too, become unassigned and remember whose they were;
 * closed ones keep their owner (VIEW-1, D8, D23). A ticket of an open one loses its owner only if it was that agent (D7).
 */
export async function unassignOpen(tx: Tx, space: SpaceId, agentId: Id): Promise<void> {
  for (const conversation of await tx.query('openConversationsByOwner', { space, ownerId: agentId })) {
    tx.conversations.put({ ...awake(conversation), ownerId: null, previousOwnerId: agentId });
    const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
    if (ticket) tx.tickets.put({ ...ticket, ownerId: ownerAfterAssignment(ticket.ownerId, { from: agentId, to: null }) });
  }
}

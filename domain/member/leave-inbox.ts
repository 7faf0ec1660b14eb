import type { Tx } from '../core/tx';
import type { Member } from '../model/member';
import { dropFromRouting } from '../routing/drop-from-routing';
import { awake } from '../snooze/awake';
import { ownerAfterAssignment } from '../ticket/owner-after-assignment';

/**
 * An agent is in an inbox no more. Their open conversations of it, snoozed ones too, become unassigned and remember whose they were; closed ones keep their owner
 * (VIEW-1, D8, D23). A ticket of an open one loses its owner only if it was that agent (D7). Nothing new comes to them by itself (RTE-1).
 */
export async function leaveInbox(tx: Tx, { id, space, agentId }: Member): Promise<void> {
  tx.members.delete(id);
  await dropFromRouting(tx, space, agentId);
  for (const conversation of await tx.query('openConversationsByOwner', { space, ownerId: agentId })) {
    tx.conversations.put({ ...awake(conversation), ownerId: null, previousOwnerId: agentId });
    const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
    if (ticket) tx.tickets.put({ ...ticket, ownerId: ownerAfterAssignment(ticket.ownerId, { from: agentId, to: null }) });
  }
}

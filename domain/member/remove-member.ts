import { z } from 'zod';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { ownerAfterAssignment } from '../ticket/owner-after-assignment';

/**
 * Takes an agent out of an inbox. Their open conversations of it become unassigned and remember whose they were; closed ones keep their owner
 * (VIEW-1, D8, D23). A ticket of an open one loses its owner only if it was that agent (D7).
 */
export const removeMember = defineMutation({
  name: 'removeMember',
  args: z.object({ inboxId: Id, agentId: Id }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, agentId }) {
    const { space } = await tx.inboxes.get(inboxId);
    const member = (await tx.query('membersOfInbox', { space })).find((each) => each.agentId === agentId);
    if (!member) return refuse('not-a-member', { agentId });
    tx.members.delete(member.id);
    for (const conversation of await tx.query('openConversationsByOwner', { space, ownerId: agentId })) {
      tx.conversations.put({ ...conversation, ownerId: null, previousOwnerId: agentId });
      const ticket = conversation.ticketId === null ? undefined : await tx.tickets.find(conversation.ticketId);
      if (ticket) tx.tickets.put({ ...ticket, ownerId: ownerAfterAssignment(ticket.ownerId, { from: agentId, to: null }) });
    }
  },
});

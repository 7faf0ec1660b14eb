import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { closeWithConversations } from './close-with-conversations';
import { firstStage } from './stages';

/** "Close ticket and its open conversations": every live one of it, or nothing at all when a bot still holds one open (TKT-4, D1, D2). */
export const closeTicket = defineMutation({
  name: 'closeTicket',
  args: z.object({ ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId }, { at, by }) {
    const ticket = await tx.tickets.get(ticketId);
    if (ticket.status === 'closed') return refuse('already-closed');
    const { id: stage } = firstStage(await tx.inboxes.get(ticket.inboxId), 'closed');
    return closeWithConversations(tx, ticket, { stage, at, by: agentOf(by) });
  },
});

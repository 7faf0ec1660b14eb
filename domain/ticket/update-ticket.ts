import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { ownerProblem } from '../permission/owner-problem';
import { TicketProperties, withProperties } from './ticket-properties';

/**
 * Edits a ticket's properties in place (TKT-2). A new owner of the ticket is none of its conversations' (TKT-3); its stage is `setTicketStage`'s to
 * change, for that may close and reopen.
 */
export const updateTicket = defineMutation({
  name: 'updateTicket',
  args: z.extend(TicketProperties, { ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId, ...properties }) {
    const ticket = await tx.tickets.get(ticketId);
    const problem = await ownerProblem(tx, ticket.space, properties.ownerId);
    if (problem) return problem;
    tx.tickets.put(withProperties(ticket, properties));
  },
});

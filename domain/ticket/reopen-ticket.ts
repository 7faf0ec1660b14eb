import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { reopenWithConversation } from './reopen-with-conversation';

/** Reopens a ticket where it stood before; its conversation too if it is the only live one and not spam (TKT-5, D3). */
export const reopenTicket = defineMutation({
  name: 'reopenTicket',
  args: z.object({ ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId }) {
    const ticket = await tx.tickets.get(ticketId);
    if (ticket.status === 'open') return refuse('not-closed');
    await reopenWithConversation(tx, ticket);
  },
});

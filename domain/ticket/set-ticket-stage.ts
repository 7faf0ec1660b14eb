import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { closeWithConversations } from './close-with-conversations';
import { reopenWithConversation } from './reopen-with-conversation';
import { stagesOf } from './stages';

/** Puts a ticket into another stage of its inbox. A closed one closes it as `closeTicket` does (TKT-4), any other on a closed ticket reopens it (TKT-5, TKT-9). */
export const setTicketStage = defineMutation({
  name: 'setTicketStage',
  args: z.object({ ticketId: Id, stage: z.string() }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId, stage: id }, { at, by }) {
    const ticket = await tx.tickets.get(ticketId);
    const stage = stagesOf(await tx.inboxes.get(ticket.inboxId)).find((one) => one.id === id);
    if (!stage) return refuse('stage-gone');
    if (stage.state === ticket.status) return tx.tickets.put({ ...ticket, stage: id });
    return stage.state === 'closed' ? closeWithConversations(tx, ticket, { stage: id, at, by: agentOf(by) }) : reopenWithConversation(tx, ticket, id);
  },
});

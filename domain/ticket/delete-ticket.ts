import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { liveConversationsOf } from './live-conversations-of';

/** "Delete ticket": into trash with all its conversations, also those of other customers. Nothing else ever takes them along (TKT-7, D6). */
export const deleteTicket = defineMutation({
  name: 'deleteTicket',
  args: z.object({ ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId }, { at, by }) {
    for (const conversation of await liveConversationsOf(tx, ticketId)) tx.conversations.put({ ...conversation, trashed: { at, by: agentOf(by) } });
    tx.tickets.put({ ...(await tx.tickets.get(ticketId)), trashedAt: at });
  },
});

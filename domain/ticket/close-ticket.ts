import * as z from 'zod/mini';
import { botHoldsOpen } from '../conversation/bot-holds-open';
import { closed } from '../conversation/closed';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { liveConversationsOf } from './live-conversations-of';

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
    const open = (await liveConversationsOf(tx, ticketId)).filter((conversation) => conversation.status === 'open');
    for (const conversation of open) {
      const held = botHoldsOpen(conversation, at);
      if (held) return held;
      tx.conversations.put(closed(conversation, at, agentOf(by)));
    }
    tx.tickets.put({ ...ticket, status: 'closed', closedAt: at, closedBy: agentOf(by) });
  },
});

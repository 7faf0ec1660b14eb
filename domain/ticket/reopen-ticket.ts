import * as z from 'zod/mini';
import { dueAtOf } from '../conversation/due-at';
import { opened } from '../conversation/opened';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { liveConversationsOf } from './live-conversations-of';
import { openedTicket } from './opened-ticket';

/** Reopens a ticket; its conversation too if it is the only live one and not spam, none if there are several (TKT-5, D3). */
export const reopenTicket = defineMutation({
  name: 'reopenTicket',
  args: z.object({ ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { ticketId }, tx) => mayTouchTicket(actor, ticketId, tx),
  async run(tx, { ticketId }) {
    const ticket = await tx.tickets.get(ticketId);
    if (ticket.status === 'open') return refuse('not-closed');
    tx.tickets.put(openedTicket(ticket));

    const [only, ...others] = await liveConversationsOf(tx, ticketId);
    if (!only || others.length > 0 || only.spam || only.status === 'open') return;
    const open = opened(only);
    tx.conversations.put({ ...open, dueAt: dueAtOf(open, await tx.inboxes.get(open.inboxId)) });
  },
});

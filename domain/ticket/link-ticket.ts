import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { mayTouchTicket } from '../permission/may-touch-ticket';
import { putOnTicket } from './put-on-ticket';

/** Puts a conversation on a ticket there is, which several may share (TKT-1): one of its own inbox alone (D24). Ticket and conversation keep their owners. */
export const linkTicket = defineMutation({
  name: 'linkTicket',
  args: z.object({ conversationId: Id, ticketId: Id }),
  actor: 'agent',
  undoable: true,
  may: async (actor, { conversationId, ticketId }, tx) =>
    (await mayTouchConversation(actor, conversationId, tx)) ?? mayTouchTicket(actor, ticketId, tx),
  async run(tx, { conversationId, ticketId }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    return putOnTicket(tx, conversation, ticketId);
  },
});

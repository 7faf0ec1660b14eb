import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/**
 * Makes the one ticket a conversation can have, in the conversation's inbox (TKT-1, D24). It begins with the conversation's owner and
 * contact. Its number is one above the inbox's highest; made offline it is provisional until the hub has run this.
 */
export const createTicket = defineMutation({
  name: 'createTicket',
  args: z.object({ ticketId: Id, conversationId: Id, name: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)) }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { ticketId, conversationId, name }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    if (conversation.ticketId !== null || (await tx.tickets.find(ticketId))) return refuse('has-ticket');
    const [highest] = await tx.query('ticketsByNumber', { space: conversation.space, limit: 1 });
    tx.tickets.put({
      id: ticketId,
      space: conversation.space,
      inboxId: conversation.inboxId,
      number: (highest?.number ?? 0) + 1,
      name,
      stage: 'new',
      ownerId: conversation.ownerId,
      contactId: conversation.contactId,
      createdAt: at,
      trashedAt: null,
      status: 'open',
    });
    tx.conversations.put({ ...conversation, ticketId });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { ownerProblem } from '../permission/owner-problem';
import { makeTicket } from './make-ticket';
import { stagesOf } from './stages';
import { reachedTicketLimit } from './ticket-limit';
import { NamedTicket } from './ticket-properties';

/** Makes the one ticket a conversation can have, in the conversation's inbox (TKT-1, D24), with what the person who makes it says of it. */
export const createTicket = defineMutation({
  name: 'createTicket',
  args: z.extend(NamedTicket, { ticketId: Id, conversationId: Id, stage: z.optional(z.string()) }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { ticketId, conversationId, stage, ...properties }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    if (conversation.ticketId !== null || (await tx.tickets.find(ticketId))) return refuse('has-ticket');
    const inbox = await tx.inboxes.get(conversation.inboxId);
    if ((await reachedTicketLimit(tx, inbox.workspaceId, conversation.contactId)) !== undefined) return refuse('contact-at-limit');
    if (stage !== undefined && !stagesOf(inbox).some(({ id, state }) => id === stage && state === 'open')) return refuse('stage-gone');
    const problem = await ownerProblem(tx, conversation.space, properties.ownerId);
    if (problem) return problem;
    tx.conversations.put(await makeTicket(tx, { conversation, inbox }, { ticketId, at, stage, properties }));
  },
});

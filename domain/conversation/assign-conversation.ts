import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { ownerProblem } from '../permission/owner-problem';
import { giveTo } from './give-to';

/** Gives a conversation to a member of its inbox, or to nobody; its ticket follows, other conversations of the ticket do not (THR-2, TKT-3, D7, D23). */
export const assignConversation = defineMutation({
  name: 'assignConversation',
  args: z.object({ conversationId: Id, ownerId: z.nullable(Id) }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, ownerId }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    const problem = await ownerProblem(tx, conversation.space, ownerId);
    if (problem) return problem;
    await giveTo(tx, conversation, ownerId);
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { followedBy } from './followed-by';

/** "Follow": to be told of what is said in a conversation, whoever owns it (THR-18). For oneself alone, and as often as one likes. */
export const followConversation = defineMutation({
  name: 'followConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { by }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    const { id } = await actingAgent(tx, by);
    tx.conversations.put(followedBy(conversation, [...(conversation.followers ?? []), id]));
  },
});

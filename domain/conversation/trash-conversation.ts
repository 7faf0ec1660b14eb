import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { followTrash } from '../ticket/follow-trash';

/** Moves a conversation to trash; its ticket goes along, hidden, unless another live conversation uses it (TKT-7, VIEW-10, D5, D6). */
export const trashConversation = defineMutation({
  name: 'trashConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { at, by }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    tx.conversations.put({ ...conversation, trashed: { at, by: agentOf(by) } });
    await followTrash(tx, conversation.ticketId, at);
  },
});

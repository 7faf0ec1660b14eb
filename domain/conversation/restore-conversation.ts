import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { followTrash } from '../ticket/follow-trash';

/** "Restore": back from trash as it was, with its ticket (VIEW-10, D5). */
export const restoreConversation = defineMutation({
  name: 'restoreConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    if (!conversation.trashed) return refuse('not-in-trash');
    tx.conversations.put({ ...conversation, trashed: null });
    await followTrash(tx, conversation.ticketId, at);
  },
});

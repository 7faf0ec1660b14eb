import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/**
 * Takes the contact off a thread (CTX-1, D17): it shows the bare address, and what that address writes here later does not put them back. Their
 * record, their other threads and the thread's ticket keep them.
 */
export const detachContact = defineMutation({
  name: 'detachContact',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.contactId === null) return refuse('no-contact');
    const { contactAddress, contactName } = conversation;
    tx.conversations.put({ ...conversation, contactId: null, contactDetached: true, contactName: contactAddress ?? contactName });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { putContactOn } from './put-contact-on';

/** Puts another contact of the workspace on a thread, in the place of the one it has, if any (CTX-1). */
export const attachContact = defineMutation({
  name: 'attachContact',
  args: z.object({ conversationId: Id, contactId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, contactId }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    const { workspaceId } = await tx.inboxes.get(conversation.inboxId);
    const contact = await tx.contacts.find(contactId);
    if (contact?.space !== workspaceSpace(workspaceId)) return refuse('not-found');
    await putContactOn(tx, conversation, contact);
  },
});

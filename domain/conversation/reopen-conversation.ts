import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { dueAtOf } from './due-at';
import { opened } from './opened';
import { ownedHere } from './owned-here';

/** "Reopen": this conversation alone; a closed ticket stays closed (THR-4, TKT-6). What the customer still waits for is owed again. */
export const reopenConversation = defineMutation({
  name: 'reopenConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.status === 'open') return refuse('not-closed');
    const open = await ownedHere(tx, opened(conversation));
    tx.conversations.put({ ...open, dueAt: dueAtOf(open, await tx.inboxes.get(open.inboxId)) });
  },
});

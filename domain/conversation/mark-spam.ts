import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from '../snooze/awake';

/** "Mark as spam" filters this thread alone: later mail in it stays there, other threads of the sender do not follow (THR-7, D13). */
export const markSpam = defineMutation({
  name: 'markSpam',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.spam) return refuse('in-spam');
    tx.conversations.put({ ...awake(conversation), spam: { reason: 'marked-by-agent', rule: null, at }, dueAt: null });
  },
});

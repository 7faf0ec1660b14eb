import * as z from 'zod/mini';
import { outOfSpam } from '../conversation/out-of-spam';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { foldAddress } from '../model/address';
import { Id, workspaceSpace } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/** "Unblock", from Spam: this conversation comes back, and what the sender writes from then on is judged like anybody's (THR-6, VIEW-9). A ticket does not come back (D6). */
export const unblockSender = defineMutation({
  name: 'unblockSender',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, act) {
    const conversation = await tx.conversations.get(conversationId);
    const { contactAddress: address, spam, inboxId } = conversation;
    if (conversation.trashed) return refuse('in-trash');
    if (!spam) return refuse('not-in-spam');
    const { workspaceId } = await tx.inboxes.get(inboxId);
    const rules = address ? await tx.query('senderRulesFor', { space: workspaceSpace(workspaceId), address }) : [];
    const blocks = rules.filter(({ kind, pattern }) => kind === 'block' && pattern === foldAddress(address ?? ''));
    if (blocks.length === 0) return refuse('not-blocked');
    for (const { id } of blocks) tx.senderRules.delete(id);
    tx.conversations.put(await outOfSpam(tx, { ...conversation, spam }, act));
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { putSenderRule } from '../sender/put-sender-rule';
import { outOfSpam } from './out-of-spam';

/** "Not spam": what Spam held back happens now, once (D13). With `alwaysAllow` later mail of this address is never spam (VIEW-9). */
export const markNotSpam = defineMutation({
  name: 'markNotSpam',
  args: z.object({ conversationId: Id, alwaysAllow: z.boolean(), ruleId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, alwaysAllow, ruleId }, act) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (!conversation.spam) return refuse('not-in-spam');
    const { contactAddress: address, inboxId, spam } = conversation;
    const { workspaceId } = await tx.inboxes.get(inboxId);
    if (alwaysAllow && address) await putSenderRule(tx, { ruleId, workspaceId, kind: 'allow', address, at: act.at });
    tx.conversations.put(await outOfSpam(tx, { ...conversation, spam }, act));
  },
});

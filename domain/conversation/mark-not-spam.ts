import * as z from 'zod/mini';
import { contactOfSender } from '../contact/contact-of-sender';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { takeIn } from '../routing/take-in';
import { putSenderRule } from '../sender/put-sender-rule';
import { dueAtOf } from './due-at';
import { opened } from './opened';

/**
 * "Not spam": what Spam held back happens now, once (D13): its sender becomes a contact (CHN-6), a mail that came after closing reopens it, and
 * an answer is owed from when it was received, and it goes to whom its channel gives new ones. With `alwaysAllow` later mail of this address is never spam (VIEW-9).
 */
export const markNotSpam = defineMutation({
  name: 'markNotSpam',
  args: z.object({ conversationId: Id, alwaysAllow: z.boolean(), ruleId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, alwaysAllow, ruleId }, { at, uuid }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (!conversation.spam) return refuse('not-in-spam');
    const inbox = await tx.inboxes.get(conversation.inboxId);
    const { contactAddress: address, contactName: name } = conversation;

    if (alwaysAllow && address) await putSenderRule(tx, { ruleId, workspaceId: inbox.workspaceId, kind: 'allow', address, at });
    const sender = conversation.channel === 'email' && address && !conversation.contactDetached ? { name, address } : null;
    const contactId =
      conversation.contactId ?? (sender && (await contactOfSender(tx, sender, { id: uuid, workspaceId: inbox.workspaceId, at }))) ?? null;

    const wroteSinceClosing = conversation.status === 'closed' && (conversation.lastInboundAt ?? 0) > conversation.closedAt;
    const cleared = { ...(wroteSinceClosing ? opened(conversation) : conversation), spam: null, contactId };
    const owed = { ...cleared, dueAt: dueAtOf(cleared, inbox) };
    // What an agent put there had come in as any other: only what a rule held back has not been decided about.
    const heldBack = conversation.spam.reason !== 'marked-by-agent' && cleared.status === 'open' && cleared.lastInboundAt !== null;
    const channel = heldBack && conversation.channelId !== null ? await tx.channels.find(conversation.channelId) : undefined;
    tx.conversations.put(channel ? await takeIn(tx, owed, { channel, inbox, act: { at, uuid } }) : owed);
  },
});

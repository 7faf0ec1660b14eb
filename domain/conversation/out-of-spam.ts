import { contactOfSender } from '../contact/contact-of-sender';
import type { Meta } from '../core/meta';
import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import { takeIn } from '../routing/take-in';
import { dueAtOf } from './due-at';
import { opened } from './opened';
import { ownedHere } from './owned-here';

/**
 * A conversation as it comes out of Spam: what was held back happens now, once (D13). Its sender becomes a contact (CHN-6), a mail that came after
 * closing reopens it, an answer is owed from when it was received, and it goes to whom its channel gives new ones.
 */
export async function outOfSpam(
  tx: Tx,
  conversation: Conversation & { spam: NonNullable<Conversation['spam']> },
  { at, uuid }: Pick<Meta, 'at' | 'uuid'>,
): Promise<Conversation> {
  const inbox = await tx.inboxes.get(conversation.inboxId);
  const { contactAddress: address, contactName: name } = conversation;
  const sender = conversation.channel === 'email' && address && !conversation.contactDetached ? { name, address } : null;
  const contactId =
    conversation.contactId ?? (sender && (await contactOfSender(tx, sender, { id: uuid, workspaceId: inbox.workspaceId, at }))) ?? null;

  const wroteSinceClosing = conversation.status === 'closed' && (conversation.lastInboundAt ?? 0) > conversation.closedAt;
  const cleared = { ...(wroteSinceClosing ? await ownedHere(tx, opened(conversation)) : conversation), spam: null, contactId };
  const owed = { ...cleared, dueAt: dueAtOf(cleared, inbox) };
  // What an agent put there had come in as any other: only what a rule held back has not been decided about.
  const heldBack = conversation.spam.reason !== 'marked-by-agent' && cleared.status === 'open' && cleared.lastInboundAt !== null;
  const channel = heldBack && conversation.channelId !== null ? await tx.channels.find(conversation.channelId) : undefined;
  return channel ? takeIn(tx, owed, { channel, inbox, act: { at, uuid } }) : owed;
}

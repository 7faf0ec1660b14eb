import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Conversation } from '../model/conversation';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from '../snooze/awake';
import { liveConversationsOf } from '../ticket/live-conversations-of';
import { isOurs } from './is-ours';
import { putSenderRule } from './put-sender-rule';

/**
 * "Block sender": the conversation goes to Spam, and so does all of this sender's coming mail; a visitor's chat lines do not arrive (THR-6, D14).
 * Their other conversations stay. Its ticket is deleted for good, unless another live conversation is on it (D6).
 */
export const blockSender = defineMutation({
  name: 'blockSender',
  args: z.object({ conversationId: Id, ruleId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, ruleId }, { at }) {
    const conversation = await tx.conversations.get(conversationId);
    const { contactAddress: address, inboxId } = conversation;
    if (conversation.trashed) return refuse('in-trash');
    if (!address) return refuse('nobody-to-block');
    const { workspaceId } = await tx.inboxes.get(inboxId);
    if (await isOurs(tx, workspaceId, address)) return refuse('own-address', { address });
    await putSenderRule(tx, { ruleId, workspaceId, kind: 'block', address, at });
    const spam = { reason: 'blocked-sender', rule: foldAddress(address), at } as const;
    tx.conversations.put({ ...awake(conversation), spam, dueAt: null });
    await takeTicket(tx, conversation);
  },
});

/** The ticket that goes with a blocked sender's conversation: one that no other live conversation is on. Who looks before asking uses it too. */
export async function takeTicket(tx: Tx, { id, ticketId }: Conversation): Promise<void> {
  if (ticketId === null || (await liveConversationsOf(tx, ticketId)).some((other) => other.id !== id)) return;
  for (const on of await tx.query('conversationsByTicket', { ticketId })) tx.conversations.put({ ...on, ticketId: null });
  tx.tickets.delete(ticketId);
}

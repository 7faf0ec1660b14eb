import * as z from 'zod/mini';
import { dueAtOf } from '../conversation/due-at';
import { withParticipants } from '../conversation/with-participants';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { ourAddresses } from '../mail/our-addresses';
import type { Conversation } from '../model/conversation';
import { Id } from '../model/ids';
import type { Message } from '../model/message';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { awake } from '../snooze/awake';
import { asThread } from './as-thread';
import { moveMessages, threadOf } from './move-messages';
import { splitAt } from './split-at';

/**
 * "Split from here": a message and what follows become a conversation of their own in the same inbox (THR-17). Owner and standing go along, the contact
 * is whoever wrote there; the ticket stays with what was before.
 */
export const splitConversation = defineMutation({
  name: 'splitConversation',
  args: z.object({ conversationId: Id, messageId: Id, newConversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, messageId, newConversationId }, { at }) {
    const first = await tx.conversations.get(conversationId);
    const thread = await threadOf(tx, conversationId);
    const parted = splitAt(first, thread, messageId, at);
    if (parted.refused) return parted;
    if (await tx.conversations.find(newConversationId)) return refuse('not-found');

    const { before } = parted;
    const moved = thread.slice(before);
    await moveMessages(tx, moved, newConversationId);
    const inbox = await tx.inboxes.get(first.inboxId);
    const isOf = (messages: readonly Message[]) => messages.some(({ id }) => id === first.deliveryProblem?.messageId);
    for (const [row, messages] of [
      [first, thread.slice(0, before)],
      [await begunBy(tx, first, { id: newConversationId, moved }), moved],
    ] as const) {
      const whole = { ...asThread(row, messages), deliveryProblem: isOf(messages) ? first.deliveryProblem : null };
      tx.conversations.put({ ...whole, dueAt: dueAtOf(whole, inbox) });
    }
  },
});

/** The second conversation, before its messages are counted. Where the contact was taken off the first, none comes back by this (D17). */
async function begunBy(tx: Tx, first: Conversation, { id, moved }: { id: Id; moved: readonly Message[] }): Promise<Conversation> {
  const { call: _call, ...row } = awake(first);
  const writer = moved.find(({ direction }) => direction === 'in')?.author;
  const isOther = writer?.kind === 'contact' && writer.contactId !== null && writer.contactId !== first.contactId && !first.contactDetached;
  const contact = isOther ? { contactId: writer.contactId, contactName: writer.name, contactAddress: writer.address } : {};
  const begun = moved.find(({ kind }) => kind !== 'comment' && kind !== 'event');
  const createdAt = moved[0]?.receivedAt ?? row.createdAt;
  const startedBy = begun?.direction === 'out' ? ('us' as const) : ('contact' as const);
  const blank = {
    ...row,
    ...contact,
    ...{ id, startedBy, createdAt, ticketId: null, bot: null, lastForwardAt: null, dueAt: null, participants: [] },
    subject: begun?.subject || row.subject,
    firstInboundAt: startedBy === 'us' ? null : createdAt,
  };
  const others = moved.flatMap(({ author, to, cc }) => [
    ...(author.kind === 'contact' && author.address ? [{ name: author.name, address: author.address }] : []),
    ...to,
    ...cc,
  ]);
  const contactFirst = blank.contactAddress ? [{ name: blank.contactName, address: blank.contactAddress }] : [];
  return withParticipants(blank, [...contactFirst, ...others], await ourAddresses(tx, first.space));
}

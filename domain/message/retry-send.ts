import * as z from 'zod/mini';
import { withMessage } from '../conversation/with-message';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { mailChannelOf } from '../mail/mail-channel-of';
import { outboundMailOf } from '../mail/outbound-mail-of';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/**
 * "Send again": a person's decision about a mail that failed, or of which nobody knows (I2). It is the same mail with the same Message-ID, so a
 * recipient who had it after all sees it once. Refused while another try of it is under way or has arrived.
 */
export const retrySend = defineMutation({
  name: 'retrySend',
  args: z.object({ messageId: Id, conversationId: Id, newMessageId: Id }),
  actor: 'agent',
  undoable: 'cancelSend',
  async may(actor, { messageId, conversationId }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused) return refused;
    const message = await tx.messages.find(messageId, conversationId);
    return message?.conversationId === conversationId ? undefined : refuse('not-found');
  },
  async run(tx, { messageId, conversationId, newMessageId }, { at, by, claimedAt, uuid }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    const first = await tx.messages.get(messageId, conversationId);
    if (first.hidden) return refuse('message-hidden');
    const { rfcMessageId, delivery, author } = first;
    if (rfcMessageId === null || (delivery?.state !== 'failed' && delivery?.state !== 'unknown')) return refuse('already-sent');
    if (await tx.messages.find(newMessageId, conversationId)) return refuse('already-sent');
    const tries = await tx.query('mailIdsByRfcId', { inboxId: conversation.inboxId, rfcMessageId });
    for (const { id } of tries) {
      const state = (await tx.messages.find(id, conversationId))?.delivery?.state;
      if (state === 'queued' || state === 'sending' || state === 'sent') return refuse('already-sent');
    }
    const address = tries.find(({ id }) => id === messageId)?.fromAddress ?? '';
    const channel = await mailChannelOf(tx, conversation.space, { address });
    if (!channel) return refuse('no-mail-channel');

    const again = { ...first, id: newMessageId, rfcMessageId, receivedAt: at, claimedAt, delivery: { state: 'queued' as const, at, text: '' } };
    const agent = (author.kind === 'agent' && (await tx.agents.find(author.agentId))) || (await actingAgent(tx, by));
    tx.messages.put(again);
    const body = await tx.bodies.find(messageId);
    if (body) tx.bodies.put({ ...body, id: newMessageId });
    tx.outboundMails.put(outboundMailOf(again, { id: uuid, channel, agent }));
    tx.mailIds.put({ id: newMessageId, inboxId: conversation.inboxId, rfcMessageId, conversationId, fromAddress: channel.address, date: at });
    const deliveryProblem = conversation.deliveryProblem?.messageId === messageId ? null : conversation.deliveryProblem;
    tx.conversations.put({ ...withMessage(conversation, again), dueAt: null, deliveryProblem });
  },
});

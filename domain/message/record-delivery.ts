import * as z from 'zod/mini';
import { withDelivery } from '../conversation/with-delivery';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { Delivery, type Message } from '../model/message';
import { followsDelivery } from './follows-delivery';

/** The host writes back where an outbound mail stands. A report that comes late or twice changes nothing (I8). */
export const recordDelivery = defineMutation({
  name: 'recordDelivery',
  args: z.object({ messageId: Id, conversationId: Id, state: Delivery.shape.state, text: Delivery.shape.text }),
  actor: 'system',
  async may(_actor, { messageId, conversationId }, tx) {
    const message = await tx.messages.find(messageId, conversationId);
    return message && (await tx.conversations.find(message.conversationId)) && isOf(message, conversationId) ? undefined : refuse('not-found');
  },
  async run(tx, { messageId, conversationId: was, state, text }, { at }) {
    const message = await tx.messages.get(messageId, was);
    const { conversationId } = message;
    if (!message.delivery || !followsDelivery(message.delivery.state, state)) return;
    const delivery = { state, at, text };
    tx.messages.put({ ...message, delivery });
    tx.conversations.put(withDelivery(await tx.conversations.get(conversationId), messageId, delivery));
  },
});

/** It may have been split off while it was on its way (THR-17). */
const isOf = ({ conversationId, movedFrom }: Message, given: Id) => conversationId === given || movedFrom?.includes(given);

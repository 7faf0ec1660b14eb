import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { rowWith } from './hidden-on-row';

/**
 * "Show to all" (THR-11): a hidden message is again exactly what it was, everywhere. By whoever hid it, or a super administrator. The words lie with the
 * host alone (X27): on a client whose own hiding does not wait any more, nothing shows before the host's answer.
 */
export const unhideMessage = defineMutation({
  name: 'unhideMessage',
  args: z.object({ conversationId: Id, messageIds: z.array(Id).check(z.minLength(1), z.maxLength(50)) }),
  actor: 'agent',
  async may(actor, { conversationId, messageIds }, tx) {
    const refused = await mayTouchConversation(actor, conversationId, tx);
    if (refused || actor.kind !== 'agent') return refused;
    const superAdmin = (await tx.agents.find(actor.agentId))?.superAdmin;
    for (const id of messageIds) {
      const message = await tx.messages.find(id, conversationId);
      if (message?.conversationId !== conversationId) return refuse('not-found');
      if (message.hidden && message.hidden.by !== actor.agentId && !superAdmin) return refuse('not-allowed');
    }
    return undefined;
  },
  async run(tx, { conversationId, messageIds }) {
    let shown = 0;
    for (const id of messageIds) {
      const { hidden, ...message } = await tx.messages.get(id, conversationId);
      if (!hidden) continue;
      if (hidden.gone) return refuse('hidden-words-gone');
      shown += 1;
      const kept = await tx.hiddenMessages.find(id);
      if (!kept) continue;
      const whole = { ...message, ...kept.words };
      tx.messages.put(whole);
      if (kept.html !== null) tx.bodies.put({ id, conversationId, html: kept.html });
      tx.hiddenMessages.delete(id);
      tx.conversations.put(rowWith(await tx.conversations.get(conversationId), whole));
    }
    return shown === 0 ? refuse('not-hidden') : undefined;
  },
});

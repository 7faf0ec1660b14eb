import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { botHoldsOpen } from './bot-holds-open';
import { closed } from './closed';

/** "Close conversation": this one alone; its ticket and the ticket's other conversations stay as they are (THR-4, TKT-6, D1). */
export const closeConversation = defineMutation({
  name: 'closeConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { at, by }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    if (conversation.status === 'closed') return refuse('already-closed');
    const held = botHoldsOpen(conversation, at);
    if (held) return held;
    tx.conversations.put(closed(conversation, at, agentOf(by)));
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { followedBy } from './followed-by';

/** "Unfollow", wherever it lies (THR-18). */
export const unfollowConversation = defineMutation({
  name: 'unfollowConversation',
  args: z.object({ conversationId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId }, { by }) {
    const conversation = await tx.conversations.get(conversationId);
    const { id } = await actingAgent(tx, by);
    const { followers = [] } = conversation;
    tx.conversations.put(
      followedBy(
        conversation,
        followers.filter((agentId) => agentId !== id),
      ),
    );
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id, idOfSpace } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { taggedWith } from './tagged-with';
import { tagOf } from './tags-of';

/** Takes a tag off a conversation, wherever it lies (THR-16). The tag stays for others. */
export const untagConversation = defineMutation({
  name: 'untagConversation',
  args: z.object({ conversationId: Id, tagId: Id }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, tagId }, { by }) {
    const conversation = await tx.conversations.get(conversationId);
    const { space } = await actingAgent(tx, by);
    const workspace = await tx.workspaces.get(idOfSpace(space));
    const meant = (id: Id) => tagOf(workspace, id)?.id ?? id;
    const { tags = [] } = conversation;
    tx.conversations.put(
      taggedWith(
        conversation,
        tags.filter((id) => meant(id) !== meant(tagId)),
      ),
    );
  },
});

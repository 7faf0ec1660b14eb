import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, idOfSpace } from '../model/ids';
import { TagName } from '../model/tag';
import { mostTags } from '../model/workspace';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';
import { taggedWith } from './tagged-with';
import { liveTags, sameName, tagOf } from './tags-of';

/**
 * "Tag": puts a tag on a conversation (THR-16), and makes it where there is none of this id. Of two made at once under one name, on devices that did not know of each
 * other, the later is the earlier from then on.
 */
export const tagConversation = defineMutation({
  name: 'tagConversation',
  args: z.object({ conversationId: Id, tagId: Id, name: TagName }),
  actor: 'agent',
  undoable: true,
  may: (actor, { conversationId }, tx) => mayTouchConversation(actor, conversationId, tx),
  async run(tx, { conversationId, tagId, name }, { by }) {
    const conversation = await tx.conversations.get(conversationId);
    if (conversation.trashed) return refuse('in-trash');
    const { space } = await actingAgent(tx, by);
    const workspace = await tx.workspaces.get(idOfSpace(space));
    let tag = tagOf(workspace, tagId);
    if (!tag) {
      const { tags = [] } = workspace;
      if (tags.length >= mostTags) return refuse('bad-arguments', { where: 'tags' });
      const same = liveTags(workspace).find((one) => sameName(one.name, name));
      const made = { id: tagId, name, ...(same && { into: same.id }) };
      tx.workspaces.put({ ...workspace, tags: [...tags, made] });
      tag = same ?? made;
    }
    const { id } = tag;
    const others = (conversation.tags ?? []).filter((one) => tagOf(workspace, one)?.id !== id);
    if (others.length === (conversation.tags ?? []).length) tx.conversations.put(taggedWith(conversation, [...others, id]));
    return undefined;
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { sameJson } from '../core/same-json';
import { DraftContent } from '../model/draft';
import { agentSpace, Id } from '../model/ids';
import { actingAgent } from '../permission/acting-agent';
import { mayTouchConversation } from '../permission/may-touch-conversation';

/**
 * Keeps an unsent text in its author's own space (K1, RPL-8). `basedOn` is the revision the text grew from, 0 for a new one. Where the draft has
 * moved on meanwhile (another device) or is gone, both texts are kept: this one as the draft `forkId`, and once that exists every further save of
 * this editor goes there. An editor therefore keeps one `forkId` for as long as it is open.
 */
export const saveDraft = defineMutation({
  name: 'saveDraft',
  args: z.object({ draftId: Id, forkId: Id, conversationId: Id, basedOn: z.int().check(z.nonnegative()), content: DraftContent }),
  actor: 'agent',
  async may(actor, { draftId, forkId, conversationId }, tx) {
    if (actor.kind !== 'agent') return refuse('not-allowed');
    for (const id of [draftId, forkId]) {
      const draft = await tx.drafts.find(id);
      if (draft && draft.space !== agentSpace(actor.agentId)) return refuse('not-found');
    }
    return mayTouchConversation(actor, conversationId, tx);
  },
  async run(tx, { draftId, forkId, conversationId, basedOn, content }, { at, by }) {
    const { id: agentId } = await actingAgent(tx, by);
    const draft = await tx.drafts.find(draftId);
    const fork = await tx.drafts.find(forkId);
    const follows = (draft?.revision ?? 0) === basedOn;
    const goesOn = fork ?? (follows ? draft : undefined);
    if (sameJson(content, (goesOn ?? draft)?.content)) return;
    const id = fork || !follows ? forkId : draftId;
    tx.drafts.put({ id, space: agentSpace(agentId), conversationId, revision: (goesOn?.revision ?? 0) + 1, updatedAt: at, content });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { agentSpace, Id } from '../model/ids';

/** "Discard": one's own draft goes. One that is gone already (sent, or discarded on another device) is no refusal. */
export const discardDraft = defineMutation({
  name: 'discardDraft',
  args: z.object({ draftId: Id }),
  actor: 'agent',
  async may(actor, { draftId }, tx) {
    const draft = await tx.drafts.find(draftId);
    return actor.kind === 'agent' && (!draft || draft.space === agentSpace(actor.agentId)) ? undefined : refuse('not-found');
  },
  async run(tx, { draftId }) {
    if (await tx.drafts.find(draftId)) tx.drafts.delete(draftId);
  },
});

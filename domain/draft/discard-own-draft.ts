import type { Tx } from '../core/tx';
import { agentSpace, type Id } from '../model/ids';

/** What was sent is no draft any more. Another agent's draft is never touched; one that is gone already is fine. */
export async function discardOwnDraft(tx: Tx, draftId: Id | null, agentId: Id) {
  const draft = draftId === null ? undefined : await tx.drafts.find(draftId);
  if (draft?.space === agentSpace(agentId)) tx.drafts.delete(draft.id);
}

import { isWritten } from '../../domain/draft/is-written';
import type { DraftContent } from '../../domain/model/draft';
import { agentSpace, type Id } from '../../domain/model/ids';
import { draftPlace } from '../../utils/connection/typed-place';
import type { SamtaleDatabase } from '../../utils/store/database';
import { readLocalDraft } from './local-draft';

const modes = ['reply', 'comment'] as const;

/** What of a conversation has words waiting: saved drafts of mine, and what was typed last on this device. */
export async function draftedModes(db: SamtaleDatabase, me: Id, connectionId: string, conversationId: Id): Promise<Set<DraftContent['mode']>> {
  const rows = await db.drafts.where('conversationId').equals(conversationId).toArray();
  const saved = rows.filter((row) => row.space === agentSpace(me) && isWritten(row.content)).map((row) => row.content.mode);
  const typed = await Promise.all(modes.map((mode) => readLocalDraft(draftPlace(connectionId, conversationId, mode))));
  return new Set([...saved, ...typed.flatMap((draft) => (draft && isWritten(draft.content) ? draft.content.mode : []))]);
}

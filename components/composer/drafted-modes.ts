import { isWritten } from '../../domain/draft/is-written';
import type { DraftContent } from '../../domain/model/draft';
import { agentSpace, type Id } from '../../domain/model/ids';
import { typedWordsOf } from '../../utils/connection/typed-words';
import type { SamtaleDatabase } from '../../utils/store/database';
import { draftsOf } from '../../utils/store/drafts-of';
import { targetHere } from '../../utils/store/target-here';
import { device } from '../panel/device';

/** What of a conversation has words waiting: saved drafts of mine, and what was typed last on this device. */
export async function draftedModes(db: SamtaleDatabase, me: Id, connectionId: string, conversationId: Id): Promise<Set<DraftContent['mode']>> {
  const rows = await draftsOf(db, conversationId);
  const saved = rows.filter((row) => row.space === agentSpace(me) && isWritten(row.content)).map((row) => row.content.mode);
  const typed = await typedWordsOf(device, connectionId);
  const where = await Promise.all(typed.map((words) => targetHere(db, words.conversationId)));
  return new Set([...saved, ...typed.flatMap(({ content }, at) => (where[at] === conversationId ? content.mode : []))]);
}

import { Dexie } from 'dexie';
import { isLate } from '../../domain/conversation/is-late';
import type { Id } from '../../domain/model/ids';
import { needsAnswer } from '../../domain/view/views-of';
import type { StoreTables } from './store-tables';

/** Of one's own conversations in these inboxes: how many customers wait, and how many of them for too long by now (ms). */
export async function mineWaiting(
  db: Pick<StoreTables, 'conversations'>,
  inboxIds: readonly Id[],
  now: number,
): Promise<{ waiting: number; late: number }> {
  const mine = await Promise.all(
    inboxIds.map((inboxId) => db.conversations.where('viewKeys').between([inboxId, 'mine', Dexie.minKey], [inboxId, 'mine', Dexie.maxKey]).toArray()),
  );
  const owed = mine.flat().filter(needsAnswer);
  return { waiting: owed.length, late: owed.filter((conversation) => isLate(conversation, now)).length };
}

import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { isUnseen } from '../../domain/read-mark/is-unseen';
import { readMarkId } from '../../domain/read-mark/read-mark-id';
import type { SamtaleDatabase } from '../../utils/store/database';

/** Which of these have something their reader has not seen: one read, of their marks alone (P2). */
export async function unseenOf(db: Pick<SamtaleDatabase, 'readMarks'>, me: Id, rows: readonly Conversation[]): Promise<ReadonlySet<Id>> {
  const marks = await db.readMarks.bulkGet(rows.map(({ id }) => readMarkId(me, id)));
  return new Set(rows.flatMap((row, at) => (isUnseen(marks[at], row, me) ? [row.id] : [])));
}

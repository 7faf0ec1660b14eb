import type { SamtaleDatabase } from '../store/database';

/** How much there is to move, before it begins; a mail in two threads counts twice, which nobody minds here. */
export async function countsHere(db: SamtaleDatabase): Promise<{ mails: number; conversations: number }> {
  return { mails: await db.mailIds.count(), conversations: await db.conversations.count() };
}

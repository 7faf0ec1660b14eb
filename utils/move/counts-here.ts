import type { SamtaleDatabase } from '../store/database';
import { isMail, localMails } from './local-mails';

/** How many mails can move, before it begins, and how many stay: those that are not here as they came, or whose bytes are gone. */
export async function countsHere(db: SamtaleDatabase): Promise<{ mails: number; staying: number }> {
  const [known, hashes] = await Promise.all([localMails(db), db.files.toCollection().primaryKeys()]);
  const bytes = new Set(hashes);
  const movable = known.filter(({ hash }) => bytes.has(hash)).length;
  let staying = known.length - movable;
  await db.threads.each(({ messages }) => {
    staying += messages.filter((message) => isMail(message) && message.rawHash === null).length;
  });
  return { mails: movable, staying };
}

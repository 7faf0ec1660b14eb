import type { Message } from '../../domain/model/message';
import type { SamtaleDatabase } from '../store/database';

/** Gives hidden messages of this computer what they said: it moves with them, and they are hidden again there (D15). */
export async function hiddenWords(db: Pick<SamtaleDatabase, 'hiddenMessages'>): Promise<<M extends Message>(message: M) => M> {
  const vault = new Map((await db.hiddenMessages.toArray()).map(({ id, words }) => [id, words]));
  return (message) => ({ ...message, ...(message.hidden && vault.get(message.id)) });
}

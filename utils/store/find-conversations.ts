import { Dexie } from 'dexie';
import type { Conversation } from '../../domain/model/conversation';
import { foldWords } from '../text/fold-words';
import { otherConversations } from './contact-reads';
import type { StoreTables } from './store-tables';

/** Together they hold all of an inbox but spam and trash, each once. */
const views = ['open', 'snoozed', 'closed'] as const;

/**
 * Conversations another may be put together with (THR-17): its contact's others first, wherever they lie, then those of its inbox, newest first; those
 * in whose subject, contact or address every typed word begins a word. With nothing typed the contact's alone. Read here, so that it goes offline.
 */
export async function findConversations(
  tables: Pick<StoreTables, 'conversations'>,
  { id, contactId, inboxId }: Pick<Conversation, 'id' | 'contactId' | 'inboxId'>,
  typed: string,
  limit: number,
): Promise<Conversation[]> {
  const words = foldWords(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (row: Conversation) => {
    const said = ` ${foldWords(`${row.subject} ${row.contactName} ${row.contactAddress ?? ''}`).replaceAll(/[^\p{L}\p{N}.@-]+/gu, ' ')}`;
    return words.every((word) => said.includes(` ${word}`) || (word.length > 1 && said.includes(`@${word}`)));
  };
  const own = contactId === null ? [] : (await otherConversations(tables, contactId, id)).filter(fits);
  const found = new Map(own.slice(0, limit).map((row) => [row.id, row]));
  if (words.length === 0) return [...found.values()];
  for (const view of views) {
    const left = limit - found.size;
    if (left <= 0) break;
    const range = tables.conversations.where('viewKeys').between([inboxId, view, Dexie.minKey], [inboxId, view, Dexie.maxKey]);
    const more = await range
      .reverse()
      .filter((row) => row.id !== id && !found.has(row.id) && fits(row))
      .limit(left)
      .toArray();
    for (const row of more) found.set(row.id, row);
  }
  return [...found.values()];
}

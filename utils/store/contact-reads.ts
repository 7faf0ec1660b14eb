import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { Ticket } from '../../domain/model/ticket';
import { foldWords } from '../text/fold-words';
import type { StoreTables } from './store-tables';

/** When something last came or went in it. */
export const movedAt = ({ lastInboundAt, lastOutboundAt, createdAt }: Conversation) => Math.max(lastInboundAt ?? 0, lastOutboundAt ?? 0, createdAt);

/** A contact's other conversations, newest first: what this agent's inboxes have, without spam and trash (CTX-4, INB-6). */
export async function otherConversations(tables: Pick<StoreTables, 'conversations'>, contactId: Id, but: Id | undefined): Promise<Conversation[]> {
  const rows = await tables.conversations.where('contactId').equals(contactId).toArray();
  return rows.filter(({ id, spam, trashed }) => id !== but && !spam && !trashed).sort((a, b) => movedAt(b) - movedAt(a));
}

/** A contact's other tickets, newest first, without those in trash. */
export async function otherTickets(tables: Pick<StoreTables, 'tickets'>, contactId: Id, but: Id | null): Promise<Ticket[]> {
  const rows = await tables.tickets.where('contactId').equals(contactId).toArray();
  return rows.filter(({ id, trashedAt }) => id !== but && trashedAt === null).sort((a, b) => b.createdAt - a.createdAt);
}

/** Contacts whose name or address begins a word with what is typed, by name; at most `limit`. Read here, so that it goes offline. */
export async function findContacts(tables: Pick<StoreTables, 'contacts'>, typed: string, limit: number): Promise<Contact[]> {
  const words = foldWords(typed);
  if (words === '') return [];
  const fits = ({ name, emails }: Contact) =>
    ` ${foldWords(name)}`.includes(` ${words}`) ||
    emails.some((email) => foldWords(email).startsWith(words) || foldWords(email).includes(`@${words}`));
  const found = await tables.contacts.filter(fits).limit(limit).toArray();
  return found.sort((a, b) => a.name.localeCompare(b.name));
}

import type { Conversation } from '../../domain/model/conversation';
import { foldAddress } from '../../domain/model/fold-address';
import type { Message } from '../../domain/model/message';
import { couldBeShownAs } from '../webmail/could-be-shown-as';
import { digestOfMail } from '../webmail/digest-of-mail';
import type { ShownMail } from '../webmail/shown-mail';
import { movedAt } from './contact-reads';
import type { StoreTables } from './store-tables';
import { readChunksOf } from './thread-chunks';

/** Conversations of a contact that are looked through, the newest. */
const most = 100;

/**
 * The conversation the open mail lies in, of those this agent sees, or none. A page shows no Message-ID, so the mail must have the same person, subject,
 * first words and time, and only one conversation may have such a mail: two that could be meant are none (docs/decisions/0047). Without spam and trash.
 */
export async function findShownMail(
  tables: Pick<StoreTables, 'contacts' | 'conversations' | 'threads'>,
  mail: ShownMail,
): Promise<Conversation | undefined> {
  const contacts = await tables.contacts.where('emails').equals(foldAddress(mail.who.address)).primaryKeys();
  const rows = await tables.conversations.where('contactId').anyOf(contacts).toArray();
  const open = rows.filter(({ spam, trashed }) => !spam && !trashed);
  const newest = open.sort((a, b) => movedAt(b) - movedAt(a)).slice(0, most);
  const threads = await readChunksOf(
    tables,
    newest.map(({ id }) => id),
  );
  const found = newest.filter(({ id }) => threads.get(id)?.some(({ messages }) => messages.some((message) => isShown(message, mail))));
  return found.length === 1 ? found[0] : undefined;
}

function isShown({ kind, direction, author, subject, text, quotedText, receivedAt, claimedAt, logged }: Message, mail: ShownMail): boolean {
  if (kind !== 'email' || (direction === 'in') !== mail.received) return false;
  if (author.kind === 'contact' && foldAddress(author.address ?? '') !== foldAddress(mail.who.address)) return false;
  // What was logged from a page alone has no date: it is there since somebody logged it.
  const isDated = !logged || claimedAt !== null;
  if (isDated && ![receivedAt, claimedAt].some((at) => at !== null && couldBeShownAs(mail.shownDate, at))) return false;
  return digestOfMail(subject, `${text}\n${quotedText}`) === mail.digest;
}

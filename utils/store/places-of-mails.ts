import type { Conversation } from '../../domain/model/conversation';
import { foldAddress } from '../../domain/model/fold-address';
import type { Message } from '../../domain/model/message';
import { couldBeShownAs } from '../webmail/could-be-shown-as';
import { digestOfMail } from '../webmail/digest-of-mail';
import type { MailState, ShownMail } from '../webmail/shown-mail';
import { movedAt } from './contact-reads';
import type { StoreTables } from './store-tables';
import type { PendingMessage } from './stored-rows';
import { readChunksOf } from './thread-chunks';

/** Where an open mail lies. `waiting`: this device alone has it so far. */
export interface MailPlace {
  state: Exclude<MailState, 'logging'>;
  /** For the panel; never for a page. */
  conversation: Conversation | null;
}

/** Conversations of a person that are looked through, the newest. */
const most = 100;

type Tables = Pick<StoreTables, 'contacts' | 'conversations' | 'threads' | 'pendingMessages'>;

/**
 * Where each of these open mails lies, in their order, of what this agent sees (X9). A page shows no Message-ID. What was logged out of that very mailbox is
 * known by the id it has there; else a mail must have the same person, subject, first words and time, and only one conversation may have such a mail: two that
 * could be meant are none (docs/decisions/0047). Of what lies in spam or trash nothing is said: logging it says why.
 */
export async function placesOfMails(tables: Tables, mails: readonly ShownMail[]): Promise<MailPlace[]> {
  const pending = await tables.pendingMessages.toArray();
  return Promise.all(mails.map((mail) => placeOf(tables, pending, mail)));
}

async function placeOf(tables: Tables, pending: readonly PendingMessage[], mail: ShownMail): Promise<MailPlace> {
  const address = foldAddress(mail.who.address);
  const contacts = await tables.contacts.where('emails').equals(address).primaryKeys();
  const rows = await Promise.all([
    tables.conversations.where('contactId').anyOf(contacts).toArray(),
    address === '' ? [] : tables.conversations.where('contactAddress').equals(address).toArray(),
  ]);
  const open = new Map(rows.flat().flatMap((row) => (row.spam || row.trashed || row.mergedInto ? [] : [[row.id, row] as const])));
  const newest = [...open.values()].sort((a, b) => movedAt(b) - movedAt(a)).slice(0, most);
  const threads = await readChunksOf(
    tables,
    newest.map(({ id }) => id),
  );
  const changed = new Map(pending.map(({ id, message }) => [id, message]));
  const found = newest.flatMap((conversation) => {
    const stored = (threads.get(conversation.id) ?? []).flatMap(({ messages }) => messages);
    const known = new Set(stored.map(({ id }) => id));
    const here = stored.flatMap((message) => (changed.has(message.id) ? (changed.get(message.id) ?? []) : message));
    const added = pending.flatMap(({ id, message }) => (message && !known.has(id) ? message : []));
    const all = [...here, ...added].filter(({ conversationId }) => conversationId === conversation.id);
    const message = all.find((one) => isCertain(one, mail)) ?? all.find((one) => isShown(one, mail));
    return message ? [{ conversation, certain: isCertain(message, mail), waits: !known.has(message.id) }] : [];
  });
  const certain = found.filter((one) => one.certain);
  const [only, another] = certain.length > 0 ? certain : found;
  if (!only || another) return { state: 'not-logged', conversation: null };
  return { state: only.waits ? 'waiting' : 'logged', conversation: only.conversation };
}

/** Where it was logged out of the mailbox that is open now. */
const there = ({ seenIn }: Message, { seenIn: open }: ShownMail) =>
  open ? seenIn?.find(({ provider, account }) => provider === open.provider && account === open.account) : undefined;

function isCertain(message: Message, mail: ShownMail): boolean {
  const id = mail.seenIn?.message;
  return message.kind === 'email' && id != null && there(message, mail)?.message === id;
}

function isShown(message: Message, mail: ShownMail): boolean {
  const { kind, direction, author, subject, text, quotedText, receivedAt, claimedAt, logged } = message;
  if (kind !== 'email' || (direction === 'in') !== mail.received || isAnother(message, mail)) return false;
  if (author.kind === 'contact' && foldAddress(author.address ?? '') !== foldAddress(mail.who.address)) return false;
  // What was logged from a page alone has no date: it is there since somebody logged it.
  const isDated = !logged || claimedAt !== null;
  if (isDated && ![receivedAt, claimedAt].some((at) => at !== null && couldBeShownAs(mail.shownDate, at))) return false;
  return digestOfMail(subject, `${text}\n${quotedText}`) === mail.digest;
}

/** That mailbox has it as another mail, or in another thread. */
function isAnother(message: Message, mail: ShownMail): boolean {
  const known = there(message, mail);
  const differ = (one: string | null | undefined, other: string | null | undefined) => one != null && other != null && one !== other;
  return differ(known?.message, mail.seenIn?.message) || differ(known?.thread, mail.seenIn?.thread);
}

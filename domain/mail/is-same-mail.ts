import { foldAddress } from '../model/address';
import type { Message, SeenIn } from '../model/message';
import { beforeSubject } from './before-subject';
import { lettersOf } from './letters-of';

/** ms between two dates of one mail at most (X8). */
export const twoMinutes = 2 * 60_000;
/** Letters compared of a text: all of nearly every mail, and no more of those a webmail cuts short. */
const mostLetters = 2000;

/** What one has of a mail to know it by. */
export interface Likeness {
  rfcMessageId: string | null;
  from: { address: string };
  subject: string;
  text: string;
  /** The Date header, where it is known. */
  date: number | null;
  /** It was there by then. */
  notAfter: number;
  seenIn: SeenIn | null;
}

/**
 * Whether this message is that mail (X8, ALL-7): by its Message-ID where both have one, confirmed by From and Date; else by the id it has in one mailbox; else,
 * more weakly, by who wrote it and what stands in it, with the dates as far as known. `ours`: folded addresses the team writes from.
 */
export function isSameMail(known: Message, mail: Likeness, ours: ReadonlySet<string>): boolean {
  if (known.kind !== 'email') return false;
  const sender = foldAddress(mail.from.address);
  if (!sender || !isFrom(known, sender, ours)) return false;
  if (known.rfcMessageId !== null && mail.rfcMessageId !== null) return known.rfcMessageId === mail.rfcMessageId && areNear(known, mail);
  const there = known.seenIn?.find(
    ({ provider, account, message }) => message && provider === mail.seenIn?.provider && account === mail.seenIn.account,
  );
  if (there && mail.seenIn?.message) return there.message === mail.seenIn.message;
  const letters = firstLetters(known.text);
  const dated = dateOf(known) !== null && mail.date !== null;
  return (
    (letters !== '' || dated) &&
    threadSubject(known.subject) === threadSubject(mail.subject) &&
    letters === firstLetters(mail.text) &&
    areNear(known, mail)
  );
}

/** An agent writes from any address of the team's, and logs what they wrote from their own; a mail that was passed on says so. */
function isFrom({ author, forwardedBy, logged }: Message, sender: string, ours: ReadonlySet<string>): boolean {
  if (forwardedBy) return foldAddress(forwardedBy.address) === sender;
  if (author.kind === 'agent') return ours.has(sender) || logged !== undefined;
  return (author.kind === 'contact' || author.kind === 'team') && author.address === sender;
}

/** The same moment where both are known; else not written after the other was seen. */
function areNear(known: Message, { date, notAfter }: Likeness): boolean {
  const knownDate = dateOf(known);
  if (knownDate !== null && date !== null) return Math.abs(knownDate - date) <= twoMinutes;
  return (knownDate ?? 0) <= notAfter + twoMinutes && (date ?? 0) <= known.receivedAt + twoMinutes;
}

/** When it was written; of what was logged from a page alone nobody knows. */
const dateOf = ({ claimedAt, receivedAt, logged }: Message) => claimedAt ?? (logged ? null : receivedAt);

/** A page shows its thread's subject, without what its mails have before it. */
export const threadSubject = (subject: string) => subject.toLowerCase().replace(beforeSubject, '').replace(/\s+/g, ' ').trim();

const firstLetters = (text: string) => lettersOf(text.slice(0, 3 * mostLetters)).slice(0, mostLetters);

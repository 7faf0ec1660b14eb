import { keyedHash } from '../core/keyed-hash';
import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Id } from '../model/ids';
import type { MailId } from '../model/mail-id';
import type { Message } from '../model/message';
import type { IncomingMail } from './incoming-mail';
import { isSameMail, threadSubject, twoMinutes } from './is-same-mail';
import { teamAddresses } from './team-addresses';

/**
 * What a mail is known by in an inbox: its Message-ID, or where it has none the hash of its bytes (X8). Of one that was read from a page there are no bytes:
 * sender and subject say where to look, and the words decide.
 */
export const identityOf = (mail: Pick<IncomingMail, 'rfcMessageId' | 'rawHash' | 'from' | 'subject' | 'logged'>, inboxId: Id) =>
  mail.rfcMessageId ?? (mail.logged ? seenAs(mail, inboxId) : `raw:${mail.rawHash}`);

/** What a mail read from a page is kept under: nothing of it can be read back. */
export const seenAs = ({ from, subject }: { from: { address: string }; subject: string }, inboxId: Id) =>
  `seen:${keyedHash(inboxId, `${foldAddress(from.address)} ${threadSubject(subject)}`)}`;

/**
 * The same mail, if this inbox has it already (X8, ALL-7): same Message-ID, confirmed by equal From and Date within 2 minutes, so that a stranger
 * who reuses an id suppresses nobody's mail. A mail without Date is confirmed only by one that has none either. What an agent logged may lack its
 * Message-ID or Date, and is known by what it has.
 */
export async function findSameMail(tx: Tx, inboxId: Id, mail: IncomingMail): Promise<Message | undefined> {
  const identities = new Set([identityOf(mail, inboxId), seenAs(mail, inboxId)]);
  const perhaps: Message[] = [];
  for (const rfcMessageId of identities)
    for (const known of await tx.query('mailIdsByRfcId', { inboxId, rfcMessageId })) {
      const message = await tx.messages.find(known.id, known.conversationId);
      if (!message) continue;
      if (mail.rfcMessageId !== null && known.rfcMessageId === mail.rfcMessageId && isConfirmed(known, message, mail)) return message;
      if (message.logged || mail.logged) perhaps.push(message);
      else if (mail.rfcMessageId === null) return message;
    }
  return firstSame(tx, perhaps, mail, inboxId);
}

function isConfirmed({ fromAddress, date }: MailId, { receivedAt }: Message, mail: IncomingMail): boolean {
  if (fromAddress !== foldAddress(mail.from.address)) return false;
  // Where a mail has no Date its identity carries the moment we got it.
  return mail.date === null ? receivedAt === date : Math.abs(date - mail.date) <= twoMinutes;
}

/** The first of these that is that mail; the words of one that is hidden lie elsewhere. */
export async function firstSame(tx: Tx, messages: readonly Message[], mail: IncomingMail, inboxId: Id): Promise<Message | undefined> {
  if (messages.length === 0) return undefined;
  const ours = await teamAddresses(tx, inboxId);
  const { logged } = mail;
  const likeness = { ...mail, notAfter: logged?.at ?? mail.receivedAt, seenIn: logged?.seenIn ?? null };
  for (const message of messages) {
    const words = message.hidden && (await tx.hiddenMessages.find(message.id))?.words;
    if (isSameMail({ ...message, ...words }, likeness, ours)) return message;
  }
  return undefined;
}

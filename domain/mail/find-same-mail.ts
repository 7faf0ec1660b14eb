import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import type { Id } from '../model/ids';
import type { MailId } from '../model/mail-id';
import type { IncomingMail } from './incoming-mail';

const twoMinutes = 2 * 60_000;

/** What a mail is known by in an inbox: its Message-ID, or where it has none the hash of its bytes (X8). */
export const identityOf = (mail: Pick<IncomingMail, 'rfcMessageId' | 'rawHash'>) => mail.rfcMessageId ?? `raw:${mail.rawHash}`;

/**
 * The same mail, if this inbox has it already (X8, ALL-7): same Message-ID, confirmed by equal From and Date within 2 minutes, so that a stranger
 * who reuses an id suppresses nobody's mail. A mail without Date is confirmed only by one that has none either.
 */
export async function findSameMail(tx: Tx, inboxId: Id, mail: IncomingMail): Promise<MailId | undefined> {
  const candidates = await tx.query('mailIdsByRfcId', { inboxId, rfcMessageId: identityOf(mail) });
  if (mail.rfcMessageId === null) return candidates[0];
  for (const known of candidates.filter(({ fromAddress }) => fromAddress === foldAddress(mail.from.address))) {
    if (mail.date !== null && Math.abs(known.date - mail.date) <= twoMinutes) return known;
    if (mail.date === null && (await hasNoDate(tx, known))) return known;
  }
  return undefined;
}

/** Where a mail has no Date its identity carries the moment we got it. */
const hasNoDate = async (tx: Tx, { id, conversationId, date }: MailId) => (await tx.messages.find(id, conversationId))?.receivedAt === date;

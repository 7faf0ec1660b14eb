import type { ImapFlow } from 'imapflow';
import { mailLimits } from '../../../../utils/mail/mail-limits';
import { LineEnded } from './line-ended';
import { type ListedMail, uidSet } from './plan-take';

export interface FetchedMail extends ListedMail {
  raw: Uint8Array;
  /** Of one over the limit only this beginning was fetched; then `from` is its sender. */
  cut: boolean;
  from: string | null;
}

/** Bytes of a mail that is too large, enough for its header. */
const beginning = 256 * 1024;

/** Mails of the open folder, in the order asked for. One deleted meanwhile is not among them. */
export async function fetchMails(client: ImapFlow, mails: readonly ListedMail[]): Promise<FetchedMail[]> {
  const fetched = new Map<number, Omit<FetchedMail, keyof ListedMail>>();
  const take = async (some: readonly ListedMail[], maxLength: number, envelope: boolean) => {
    if (some.length === 0) return;
    const query = { uid: true, envelope, source: { start: 0, maxLength } };
    for await (const { uid, source, envelope: head } of client.fetch(uidSet(some.map((mail) => mail.uid)), query, { uid: true }))
      if (source) fetched.set(uid, { raw: source, cut: source.length >= maxLength, from: head?.from?.[0]?.address ?? null });
  };
  await take(
    mails.filter(({ size }) => size <= mailLimits.size),
    // Whatever its listed size was: no more than this is sent for any mail.
    mailLimits.size + 1,
    false,
  );
  await take(
    mails.filter(({ size }) => size > mailLimits.size),
    beginning,
    true,
  );
  // Over a line that has ended the library answers no mails and no fault; they would count as deleted, and never be asked for again.
  if (!client.usable || !client.mailbox) throw new LineEnded('the connection ended before the mails came');
  return mails.flatMap((mail) => {
    const found = fetched.get(mail.uid);
    return found ? [{ ...mail, ...found }] : [];
  });
}

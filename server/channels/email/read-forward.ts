import EmailForwardParser from 'email-forward-parser';
import type { Address } from '../../../domain/model/address';
import { addressesOf } from '../../../utils/mail/addresses-in';
import { historyMark } from '../../../utils/mail/history-mark';
import type { ForwardedMail } from '../../../utils/mail/incoming-mail-of';
import type { ParsedMail } from '../../../utils/mail/parsed-mail';
import { oneLine } from '../../../utils/text/one-line';

const parser = new EmailForwardParser();

/** Looked at by expressions that backtrack: kept short, and run where they can be killed (S33). */
const looked = 65_536;

/**
 * "Re:" of the languages our mail comes in; an answer is no forward, however Outlook lays out its history. `VS:` is an answer
 * in Finnish but a forward in Danish and Norwegian, so it is left to the wrapper below it.
 */
const answer = /^\s{0,9}(?:re|sv|aw|antw|ynt|odp|rif|res|svar)\s{0,3}:/i;

/**
 * The mail inside a forwarded one (CHN-5), by the wrappers of some twelve mail programs in some twenty languages. Stands here
 * and not in `utils/mail` because the library behind it needs Node.
 */
export function readForward(mail: Pick<ParsedMail, 'subject' | 'text' | 'references'>): ForwardedMail | null {
  if (answer.test(mail.subject)) return null;
  const body = mail.text.replaceAll(historyMark, '').slice(0, looked);
  return readForwardedText(body, mail.subject);
}

/** The same of a bare text and subject. */
export function readForwardedText(body: string, subject: string): ForwardedMail | null {
  const { forwarded, email } = parser.read(body, subject || undefined);
  if (!forwarded || !email) return null;
  const [from] = mailboxes(email.from);
  if (!from) return null;
  return {
    from,
    to: [...mailboxes(email.to), ...mailboxes(email.cc)].slice(0, 500),
    subject: oneLine(email.subject ?? '', 1000),
    text: (email.body ?? '').trim(),
    date: dateOf(email.date),
  };
}

type Mailbox = { address: string | null; name: string | null };

/** A name without an address is what some programs leave of colleagues: nobody to log a mail to. */
function mailboxes(found: Mailbox | Mailbox[] | null | undefined): Address[] {
  const list = Array.isArray(found) ? found : found ? [found] : [];
  return addressesOf(list.map(({ name, address }) => ({ name: name ?? '', address: address ?? '' })));
}

/** Only a date with its zone is one: the sender's clock is not the hub's. */
function dateOf(words: string | null | undefined): number | null {
  const ms = /(?:GMT|UTC|[+-]\d{2}:?\d{2})\b/.test(words ?? '') ? Date.parse(words ?? '') : Number.NaN;
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

import { autoReplySubjects, bounceOpenings, bounceSubjects, daemonLocalParts } from './automatic-phrases';
import { headerOf, type ParsedMail } from './parsed-mail';

export interface Recognised {
  /** A machine's answer: neither wakes a conversation nor is answered (VIEW-8, S28). */
  automatic: 'bounce' | 'auto-reply' | null;
  /** Sent to many (VIEW-9). */
  bulk: boolean;
}

/** Whether a person wrote this mail to us, by what its headers, its parts and, for old mail programs, its first words say. */
export function recogniseAutomatic(mail: ParsedMail, envelopeFrom: string | null): Recognised {
  const bulk = isBulk(mail);
  if (isBounce(mail, envelopeFrom)) return { automatic: 'bounce', bulk: false };
  return { automatic: isAutoReply(mail, envelopeFrom, bulk) ? 'auto-reply' : null, bulk };
}

function isBounce(mail: ParsedMail, envelopeFrom: string | null): boolean {
  const { report } = mail;
  if (report.deliveryStatus !== null) return reportsTrouble(report.deliveryStatus);
  if (report.otherReport === 'feedback-report') return true;
  if (headerOf(mail, 'x-failed-recipients')) return true;
  if (/report-type\s{0,9}=\s{0,9}"?delivery-status/i.test(headerOf(mail, 'content-type'))) return true;

  const sender = localPartOf(mail.from?.address ?? '');
  const returnPath = headerOf(mail, 'return-path').trim();
  const nobody = envelopeFrom === '' || returnPath === '<>' || daemonLocalParts.test(returnPath.replace(/^</, ''));
  // Of `From: MAILER-DAEMON <>` only the raw header tells.
  const daemon = daemonLocalParts.test(sender) || /mail (?:delivery|administrator)|mailer[- ]?daemon/i.test(headerOf(mail, 'from').slice(0, 500));
  const subject = bounceSubjects.some((pattern) => pattern.test(mail.subject));
  if (daemon && subject) return true;
  const opening = mail.text.slice(0, 4000);
  // Amazon's notices are JSON.
  if (/^\s*\{"notificationType":"(?:Bounce|Complaint)"/.test(opening)) return true;
  const words = bounceOpenings.some((pattern) => pattern.test(opening));
  if (/^no-?reply$/i.test(sender) && subject && words) return true;
  return (daemon || nobody) && (subject || words) && !autoReplySubjects.some((pattern) => pattern.test(mail.subject));
}

/** A report that only says "delivered" or "read" is an automatic answer, not a failure. */
const reportsTrouble = (deliveryStatus: string) =>
  /^action:\s{0,9}(?:failed|delayed|expired)/im.test(deliveryStatus) || !/^action:/im.test(deliveryStatus);

function isAutoReply(mail: ParsedMail, envelopeFrom: string | null, bulk: boolean): boolean {
  if (mail.report.deliveryStatus !== null || mail.report.otherReport === 'disposition-notification') return true;
  const submitted = headerOf(mail, 'auto-submitted').toLowerCase();
  if (/^auto-(?:replied|notified)/.test(submitted)) return true;
  const answers = mail.references.length > 0;
  // RFC 3834 3.1.7 has list managers and shops use auto-generated as well; an answer to something of ours it is only with a reference.
  if (submitted.startsWith('auto-generated') && answers && !bulk) return true;
  const marked =
    autoReplyHeaders.some((name) => /\S/.test(headerOf(mail, name)) && !/^\s*(?:no|false)\b/i.test(headerOf(mail, name))) ||
    /auto[-_]?reply/i.test(headerOf(mail, 'precedence')) ||
    /auto[-_]?reply|autorespon/i.test(headerOf(mail, 'preference')) ||
    /\b(?:vacation|autorespon|auto-?repl)/i.test(headerOf(mail, 'x-mailer')) ||
    /^autoresponder/i.test(headerOf(mail, 'delivered-to')) ||
    /^9$/.test(headerOf(mail, 'x-post-messageclass').trim());
  if (marked) return true;
  if (autoReplySubjects.some((pattern) => pattern.test(mail.subject))) return true;
  // A mail that wants no answer whatever happens to it was written by a machine (RFC 5321 4.5.5, RFC 3834 3.3).
  return envelopeFrom === '' || headerOf(mail, 'return-path').trim() === '<>';
}

const autoReplyHeaders = [
  'x-autoreply',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autorespond-from',
  'autoresponder',
  'x-ebay-mailtracker-auto',
];

function isBulk(mail: ParsedMail): boolean {
  if (bulkHeaders.some((name) => mail.headers.some((header) => header.key === name))) return true;
  if (/^\s{0,9}(?:bulk|list|junk)\b/i.test(headerOf(mail, 'precedence'))) return true;
  return /^auto-generated/i.test(headerOf(mail, 'auto-submitted')) && mail.headers.some((header) => header.key === 'x-auto-response-suppress');
}
const bulkHeaders = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'list-owner',
  'list-subscribe',
  'mailing-list',
  'feedback-id',
  'x-campaignid',
  'x-campaign-id',
  'x-mailchimp-campaign',
  'x-mc-user',
  'x-csa-complaints',
];

const localPartOf = (address: string) => address.slice(0, Math.max(0, address.lastIndexOf('@'))) || address;

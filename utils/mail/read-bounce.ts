import { oneLine } from '../text/one-line';
import { messageIdsIn } from './message-ids';
import { headerOf, type ParsedMail } from './parsed-mail';

export interface Bounce {
  /** The mail that did not arrive, where the report names it. */
  rfcMessageId: string | null;
  /** Whom it did not reach, '' where the report does not say. */
  recipient: string;
  /** The receiving server's own words. */
  text: string;
  /** False for "delayed, still trying". */
  permanent: boolean;
}

/** What a bounce says about the mail it is about: by RFC 3464 where it is one, else by the usual words (S30: never trusted further). */
export function readBounce(mail: ParsedMail): Bounce {
  const status = mail.report.deliveryStatus ?? '';
  const body = mail.text.slice(0, 65_536);
  const recipients = fieldsOf(status);
  const failed =
    recipients.find((fields) => /^(?:failed|expired)/i.test(fields.get('action') ?? '')) ??
    recipients.find((fields) => fields.has('action')) ??
    new Map();
  const code = failed.get('status') ?? /(?:^|[\s(#])([245]\.\d{1,3}\.\d{1,3})\b/.exec(body)?.[1] ?? '';
  const words = afterType(failed.get('diagnostic-code') ?? '') || serverWords(body);
  return {
    rfcMessageId: originalId(mail, body),
    recipient:
      addressIn(afterType(failed.get('original-recipient') ?? '')) ||
      addressIn(afterType(failed.get('final-recipient') ?? '')) ||
      recipientIn(mail, body),
    text: oneLine(words || code || mail.subject, 1000),
    permanent: !/^delayed/i.test(failed.get('action') ?? '') && !code.startsWith('4.') && !(code === '' && /^4\d\d\b/.test(words)),
  };
}

/** The groups of fields of a `message/delivery-status`, one per recipient, unfolded. */
function fieldsOf(status: string): Map<string, string>[] {
  return status
    .slice(0, 65_536)
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((group) => {
      const fields = new Map<string, string>();
      for (const line of group.replace(/\n[ \t]+/g, ' ').split('\n')) {
        const colon = line.indexOf(':');
        if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
      }
      return fields;
    });
}

/** `rfc822; bo@kunde.dk` → `bo@kunde.dk`, `smtp; 550 5.1.1 …` → `550 5.1.1 …`. */
const afterType = (value: string) => value.replace(/^[\w-]{1,40}\s{0,9};\s{0,9}/, '');
const addressIn = (value: string) => /[^\s\0<>"'(),;:]{1,64}@[^\s\0<>"'(),;:]{1,250}/.exec(value)?.[0].replace(/\.$/, '') ?? '';

function recipientIn(mail: ParsedMail, body: string): string {
  const named = addressIn(headerOf(mail, 'x-failed-recipients'));
  if (named) return named;
  const line = /(?:final-recipient|original-recipient|to|recipient|address)[^\S\n]{0,3}[:;]([^\n]{3,300})/i.exec(body)?.[1] ?? '';
  const original = /^to:([^\n]{3,300})/im.exec(mail.report.originalHeaders ?? '')?.[1] ?? '';
  // The first address on a line of its own is how qmail, Postfix and Exim name it.
  const alone = /^[^\S\n]{0,8}<?([^\s<>@]{1,64}@[^\s<>@]{1,250}?)>?[^\S\n]{0,3}(?::[^\n]*|\([^\n]*)?$/m.exec(body)?.[1] ?? '';
  return addressIn(alone) || addressIn(original) || addressIn(line);
}

function serverWords(body: string): string {
  return /(?:^|[\s>:])([45]\d\d[ -](?:[#(]?[45]\.\d{1,3}\.\d{1,3}\)?)?[^\n]{3,500})/.exec(body)?.[1] ?? '';
}

function originalId(mail: ParsedMail, body: string): string | null {
  const unfolded = (mail.report.originalHeaders ?? '').replace(/\r?\n[ \t]+/g, ' ');
  const field =
    /^[> \t]{0,8}message-id:([^\n]{3,1000})/im.exec(unfolded)?.[1] ?? /^[>\s]{0,8}message-id:\s{0,9}([^\n]{3,1000})/im.exec(body)?.[1] ?? '';
  return messageIdsIn(field)[0] ?? mail.references.at(-1) ?? null;
}

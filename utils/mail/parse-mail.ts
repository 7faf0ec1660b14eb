import type { Attachment, Email } from 'postal-mime';
import { oneLine } from '../text/one-line';
import { truncate } from '../text/truncate';
import { addressesIn, addressesOf } from './addresses-in';
import { countParts } from './count-parts';
import { FrugalPostalMime } from './frugal-postal-mime';
import { historyMark } from './history-mark';
import { htmlToText } from './html-to-text';
import { MailTooMuch, mailLimits } from './mail-limits';
import { messageIdsIn, referencesOf } from './message-ids';
import type { ParsedFile, ParsedMail, ParsedReport } from './parsed-mail';
import { safeFileName } from './safe-file-name';
import { withEmptyLine } from './with-empty-line';

/**
 * One mail as it came → what it says. Bounded in size, parts, depth and headers (`MailTooMuch`); time and memory are bounded
 * by whoever runs this (a worker that can be killed).
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  if (raw.length > mailLimits.size) throw new MailTooMuch('too-large');
  const lines = withLineFeeds(raw);
  const letters = latin1.decode(lines);
  if (countParts(letters) > mailLimits.parts) throw new MailTooMuch('too-many-parts');
  const whole = withEmptyLine(lines, letters);
  const bytes = /charset/i.test(letters) ? whole : withKnownLetters(whole);
  const email = await parse(bytes);

  const all = email.text ?? '';
  const words = all.length > mailLimits.text ? all.trimStart() : all;
  const plain = words.slice(0, mailLimits.text).replace(/\r\n?/g, '\n').replaceAll(historyMark, '');
  const html = email.html?.trim() ? email.html : null;
  const text = plain.trim() ? plain : html ? htmlToText(html.slice(0, mailLimits.htmlToText)) : email.attachments.length > 0 ? '' : rawBodyOf(bytes);
  const mail = {
    headers: email.headers.map(({ key, value }) => ({ key, value: value.slice(0, 100_000) })),
    messageId: messageIdsIn(email.messageId ?? '')[0] ?? null,
    references: referencesOf(email.references ?? '', email.inReplyTo ?? ''),
    subject: subjectOf(email.subject ?? ''),
    date: dateOf(email.date),
    from: addressesOf(email.from ? [email.from] : [])[0] ?? addressesOf(email.sender ? [email.sender] : [])[0] ?? null,
    replyTo: addressesOf(email.replyTo),
    to: addressesOf(email.to),
    cc: addressesOf(email.cc),
    recipientsLeftOut: leftOutOf(email.to) + leftOutOf(email.cc),
    text: truncate(text, mailLimits.text),
    textGoesOn: text.length > mailLimits.text || words.length > mailLimits.text || (!plain.trim() && (html?.length ?? 0) > mailLimits.htmlToText),
    html,
    files: email.attachments.map(fileOf),
    report: reportOf(email.attachments, bytes),
  };
  // Some senders name themselves only in the envelope.
  return mail.from ? mail : { ...mail, from: addressesIn(email.returnPath ?? '')[0] ?? null };
}

/** Cut with the sign for it: a subject this long is no subject. */
function subjectOf(words: string): string {
  const subject = oneLine(words, 1001);
  return subject.length > 1000 ? `${truncate(subject, 999)}…` : subject;
}

const leftOutOf = (parsed: Email['to']) =>
  Math.max(0, (parsed ?? []).reduce((count, { group }) => count + (group?.length ?? 1), 0) - mailLimits.recipients);

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8');
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await new FrugalPostalMime({ maxNestingDepth: mailLimits.depth, maxHeadersSize: mailLimits.headers }).parse(bytes);
  } catch (error) {
    // The library says it only in words (postal-mime 4.0.0, mime-node.ts).
    if (error instanceof Error && error.message.startsWith('Maximum MIME nesting depth')) throw new MailTooMuch('too-deep');
    if (error instanceof Error && error.message.startsWith('Maximum header size')) throw new MailTooMuch('too-large');
    throw error;
  }
}

/** Mails of old systems end their lines with CR alone, files from a mailbox begin with `From `: neither is MIME. */
function withLineFeeds(raw: Uint8Array): Uint8Array {
  const carriageReturnsOnly = !raw.includes(10) && raw.includes(13);
  const bytes = carriageReturnsOnly ? raw.map((byte) => (byte === 13 ? 10 : byte)) : raw;
  const start = latin1.decode(bytes.subarray(0, 6));
  return start.startsWith('From ') || start === '>From ' ? bytes.subarray(bytes.indexOf(10) + 1) : bytes;
}

/** A mail that names no character set and is not UTF-8 is read as what its old program most likely wrote. */
function withKnownLetters(bytes: Uint8Array): Uint8Array {
  try {
    strictUtf8.decode(bytes);
    return bytes;
  } catch {
    // Not UTF-8: that is the answer, not a fault.
    return new TextEncoder().encode(latin1.decode(bytes));
  }
}

/**
 * What stands below the first empty line, as it came: for a mail so broken that the library finds no part in it (a boundary
 * never declared, another one used). A reader gets all of it rather than nothing.
 */
function rawBodyOf(bytes: Uint8Array): string {
  const text = latin1.decode(bytes.subarray(0, mailLimits.text));
  const blank = /\n[ \t]*\r?\n/.exec(text);
  if (!blank || text.includes('\0')) return '';
  const body = bytes.subarray(blank.index + blank[0].length, mailLimits.text);
  const asUtf8 = utf8.decode(body);
  const decoded = asUtf8.includes('\ufffd') ? latin1.decode(body) : asUtf8;
  return /[^\s-]/.test(decoded) ? decoded.replace(/\r\n?/g, '\n') : '';
}

function dateOf(date: string | undefined): number | null {
  const ms = Date.parse(date ?? '');
  return Number.isFinite(ms) && ms >= 0 ? ms : null;
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function fileOf(attachment: Attachment, at: number): ParsedFile {
  const contentId = oneLine(attachment.contentId ?? '', 500).replace(/^<|>$/g, '');
  return {
    name: safeFileName(attachment.filename, fallbackName(attachment.mimeType, at + 1)),
    type: /^[\w.+-]{1,100}\/[\w.+-]{1,99}$/.test(attachment.mimeType) ? attachment.mimeType : 'application/octet-stream',
    bytes: bytesOf(attachment.content),
    contentId: contentId || null,
    inline: attachment.related === true || (attachment.disposition === 'inline' && contentId !== ''),
  };
}

const extensions: Record<string, string> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/html': 'html',
  'text/plain': 'txt',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
};
const fallbackName = (type: string, number: number) => `attachment-${number}.${extensions[type] ?? 'bin'}`;

function reportOf(attachments: Attachment[], bytes: Uint8Array): ParsedReport {
  const textOf = (...types: string[]) => {
    const part = attachments.find((attachment) => types.includes(attachment.mimeType));
    return part ? utf8.decode(bytesOf(part.content).subarray(0, mailLimits.text)) : null;
  };
  const original = textOf('message/rfc822', 'message/global', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global-headers');
  return {
    deliveryStatus: textOf('message/delivery-status', 'message/global-delivery-status'),
    otherReport:
      textOf('message/feedback-report') !== null
        ? 'feedback-report'
        : textOf('message/disposition-notification', 'message/global-disposition-notification') !== null
          ? 'disposition-notification'
          : null,
    originalHeaders: original === null ? headBelow(bytes) : (original.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? null),
  };
}

/** The first header block below the mail's own that names a Message-ID: how old mail programs return what they could not deliver. */
function headBelow(bytes: Uint8Array): string | null {
  const paragraphs = latin1.decode(bytes.subarray(0, mailLimits.text)).split(/\r?\n[ \t]*\r?\n/);
  return paragraphs.slice(1, 500).find((paragraph) => /^[> \t]{0,8}message-id:/im.test(paragraph)) ?? null;
}

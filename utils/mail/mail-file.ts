import type { Address } from '../../domain/model/address';
import { oneLine } from '../text/one-line';
import type { MailWords } from './mail-link';
import { safeFileName } from './safe-file-name';

export interface MailFile extends MailWords {
  /** Empty where there is plain text only. */
  html: string;
  inReplyTo: string | null;
  references: readonly string[];
  files: readonly { name: string; type: string; bytes: Uint8Array; contentId: string | null; inline: boolean }[];
  /** Who wrote it, when, and what it is known by; absent of one that is not sent yet, which `X-Unsent` has mail programs open for writing. */
  sent?: { from: Address; at: number; messageId: string | null };
}

/**
 * A mail as a file that Outlook, Thunderbird and Apple Mail open: words as text and as HTML, images in place, files below. `boundary` must occur in
 * none of it.
 */
export function mailFile({ to, cc, bcc, subject, text, quote, html, inReplyTo, references, files, sent }: MailFile, boundary: string): string {
  const head = [
    ...(sent ? sentLines(sent) : ['X-Unsent: 1']),
    ...addresses('To', to),
    ...addresses('Cc', cc),
    ...addresses('Bcc', bcc),
    `Subject: ${encodedWords(oneLine(subject, 1000))}`,
    ...(inReplyTo ? [`In-Reply-To: ${oneLine(inReplyTo, 1000)}`] : []),
    ...(references.length > 0 ? [`References: ${references.map((id) => oneLine(id, 1000)).join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
  ];
  const [inner, outer] = [`${boundary}-words`, boundary];
  const words = quote === '' ? text : `${text}\n\n${quote}`;
  const plain = textPart('text/plain', words);
  const body = html === '' ? plain : multipart('alternative', inner, [plain, textPart('text/html', withQuote(html, quote))]);
  const whole = files.length === 0 ? body : multipart('mixed', outer, [body, ...files.map(filePart)]);
  return `${head.join('\r\n')}\r\n${whole}`;
}

const sentLines = ({ from, at, messageId }: NonNullable<MailFile['sent']>) => [
  `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
  ...addresses('From', [from]),
  ...(messageId ? [`Message-ID: ${oneLine(messageId, 1000)}`] : []),
];

const withQuote = (html: string, quote: string) => (quote === '' ? html : `${html}<p>${escaped(quote).replaceAll('\n', '<br>')}</p>`);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const textPart = (type: string, text: string) =>
  `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n')))}`;

function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
}

function filePart({ name, type, bytes, contentId, inline }: MailFile['files'][number]): string {
  const shown = safeFileName(name, 'attachment');
  const head = [
    `Content-Type: ${/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream'}`,
    `Content-Disposition: ${inline ? 'inline' : 'attachment'}; filename*=utf-8''${encodeURIComponent(shown).replace(/['()*]/g, percent)}`,
    ...(contentId ? [`Content-ID: <${oneLine(contentId, 500)}>`] : []),
    'Content-Transfer-Encoding: base64',
  ];
  return `${head.join('\r\n')}\r\n\r\n${base64(bytes)}`;
}
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

const addresses = (field: string, all: readonly Address[]) => (all.length === 0 ? [] : [`${field}: ${all.map(mailbox).join(',\r\n ')}`]);

function mailbox({ name, address }: Address): string {
  const shown = oneLine(name, 500);
  const where = `<${oneLine(address, 320).replace(/[<>\s]/g, '')}>`;
  if (shown === '') return where;
  return /^[\w .'-]+$/.test(shown) ? `"${shown}" ${where}` : `${encodedWords(shown)} ${where}`;
}

/** RFC 2047, in pieces of whole letters that fit a line each. */
function encodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let piece = '';
  for (const letter of text) {
    if (new TextEncoder().encode(piece + letter).length > 42) {
      words.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...words, piece].map((word) => `=?utf-8?B?${base64(new TextEncoder().encode(word))}?=`).join('\r\n ');
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By hand: what browsers and Node both have takes no bytes. Lines of 76. */
function base64(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let start = 0; start < bytes.length; start += 57) {
    let line = '';
    for (let at = start; at < Math.min(start + 57, bytes.length); at += 3) {
      const [a = 0, b, c] = [bytes[at], at + 1 < bytes.length ? bytes[at + 1] : undefined, at + 2 < bytes.length ? bytes[at + 2] : undefined];
      line += `${digits[a >> 2]}${digits[((a & 3) << 4) | ((b ?? 0) >> 4)]}`;
      line += b === undefined ? '=' : digits[((b & 15) << 2) | ((c ?? 0) >> 6)];
      line += c === undefined ? '=' : digits[c & 63];
    }
    lines.push(line);
  }
  return lines.join('\r\n');
}

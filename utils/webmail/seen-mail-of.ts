import type { SeenMail } from '../../domain/mail/seen-mail';
import { mailLimits } from '../mail/mail-limits';
import type { SplitText } from '../mail/split-quote';
import { truncate } from '../text/truncate';
import type { PageMail } from './page-thread';

/** PostgreSQL has no NUL in text. */
const stored = (text: string) => truncate(text.replaceAll('\0', ''), mailLimits.storedText);

/**
 * A mail that was read from a page, as it is logged (SUR-5, SUR-6). What a page does not have is not made up: no Message-ID, no date but words, no files. Whoever it was
 * written to stands as To where the page tells To and Cc not apart.
 */
export function seenMailOf(mail: PageMail, { text, quotedText }: SplitText, ids: SeenMail['ids']): SeenMail {
  const { shown, from, recipients, subject, markup, isCut, own, refusal } = mail;
  const addressed = ({ address, name = '' }: PageMail['from']) => ({ address, name: truncate(name, 500) });
  const named = (...as: PageMail['recipients'][number]['as'][]) => recipients.filter((one) => as.includes(one.as)).map(addressed);
  const goesOn = isCut || text.length > mailLimits.storedText || quotedText.length > mailLimits.storedText;
  return {
    ids,
    rfcMessageId: null,
    from: addressed(from),
    to: named('to', undefined),
    cc: named('cc'),
    subject: truncate(subject ?? '', 1000),
    date: null,
    references: [],
    text: stored(text),
    quotedText: stored(quotedText),
    html: isCut ? null : markup.replaceAll('\0', ''),
    attachments: [],
    ...(goesOn ? { cut: { text: true, html: isCut ? markup.length : 0, files: 0, recipients: 0 } } : {}),
    automatic: null,
    own,
    seenIn: shown.seenIn,
    refusal: refusal ?? null,
  };
}

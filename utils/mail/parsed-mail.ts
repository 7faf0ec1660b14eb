import type { Address } from '../../domain/model/address';

/** A file of a mail as parsed; `bytes` are decoded. */
export interface ParsedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
  contentId: string | null;
  inline: boolean;
}

/** Parts of a delivery or feedback report (RFC 3464, RFC 5965), as text. */
export interface ParsedReport {
  /** `message/delivery-status`, `null` where the mail has none. */
  deliveryStatus: string | null;
  /** `message/feedback-report` or `message/disposition-notification`. */
  otherReport: 'feedback-report' | 'disposition-notification' | null;
  /** Head of the mail reported on, as it came. */
  originalHeaders: string | null;
}

/** What a mail says, decoded and bounded, before anyone has decided what it means. Plain data: crosses between threads. */
export interface ParsedMail {
  /** All header fields in order: lower-case name, unfolded value. */
  headers: { key: string; value: string }[];
  messageId: string | null;
  /** References, then In-Reply-To where it is not among them; oldest first. */
  references: string[];
  from: Address | null;
  replyTo: Address[];
  to: Address[];
  cc: Address[];
  /** How many more the mail names. */
  recipientsLeftOut: number;
  subject: string;
  /** The Date header in ms; `null` where there is none or it is no date. */
  date: number | null;
  /** The plain part; or the HTML part as text, in which `historyMark` stands where history begins. Line ends are \n. */
  text: string;
  /** The mail has more text than `text`. */
  textGoesOn: boolean;
  html: string | null;
  files: ParsedFile[];
  report: ParsedReport;
}

/** First value of a header, '' where it is missing. `key` in lower case. */
export const headerOf = (mail: Pick<ParsedMail, 'headers'>, key: string) => mail.headers.find((header) => header.key === key)?.value ?? '';

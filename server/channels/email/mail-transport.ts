import type { MailboxProblem } from '../../../domain/model/mailbox';

/** A file of a mail, as it is named there. */
export interface MailFile {
  name: string;
  type: string;
  inline: boolean;
  /** By which the mail's HTML shows it. */
  contentId: string | null;
  bytes: Uint8Array;
}

/** A mail without its files, and those. */
export interface MailInParts {
  bare: Buffer;
  files: readonly MailFile[];
}

/** One mail, ready to go. */
export interface Envelope {
  from: string;
  recipients: string[];
  raw: Buffer;
  /** Those of the recipients that no header names. */
  bcc?: readonly string[];
  /** The same mail, for a way out that takes large ones piece by piece. */
  inParts?: () => Promise<MailInParts>;
}

/**
 * What became of handing a mail over. `retry`: it surely was not taken, another try cannot double it. `unknown`: the connection
 * died after all of it was given and before an answer: nobody but a person may send it again (S54, F8).
 */
export interface HandOver {
  result: 'sent' | 'failed' | 'retry' | 'unknown';
  /** The receiving server's own words, and for `sent` whom it would not take the mail for (`notTakenLine`); a code where it said none, worded on screen. */
  text: string;
  /** Of a team's own mailbox: what keeps it from sending at all, whatever the mail; `null`: nothing does. Absent: nothing was learnt of that. */
  problem?: MailboxProblem | null;
}

/** The way out: an SMTP server, or the hub's own catch-all mailbox in local mode. */
export type MailTransport = (envelope: Envelope) => Promise<HandOver>;

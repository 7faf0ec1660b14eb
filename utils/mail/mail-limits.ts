/** What one mail may cost (security.md S31, S33). Beyond these it is kept raw and shown as "could not be read". */
export const mailLimits = {
  /** Bytes, as advertised by the listener. */
  size: 40 * 1024 * 1024,
  parts: 500,
  depth: 50,
  /** Bytes of all header fields together. */
  headers: 2 * 1024 * 1024,
  milliseconds: 2000,
  /** Files kept of one mail; the next are named but not stored, and what is beyond those is counted. */
  files: 200,
  namedFiles: 300,
  /** Characters of text looked at, when quotes and forwards are told apart. */
  text: 256 * 1024,
  /** Characters of HTML made text of, where a mail has no plain part. */
  htmlToText: 2_000_000,
  /** Characters of text a message keeps (X12). */
  storedText: 65_536,
  /** Characters of HTML a body holds. */
  html: 5_000_000,
  recipients: 500,
  references: 50,
} as const;

/** A mail that breaks a limit; `reason` is what the message shows (`Message.unreadable`). */
export class MailTooMuch extends Error {
  override name = 'MailTooMuch';
  constructor(readonly reason: 'too-large' | 'too-many-parts' | 'too-deep') {
    super(reason);
  }
}

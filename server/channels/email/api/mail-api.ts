import type { Fetched } from '../imap/keep-fetched';
import type { HandOver, MailInParts } from '../mail-transport';

/** A mail at a provider, by its id there. */
export interface RemoteMail {
  id: string;
  /** When it was received, ms, and where it lies, as far as the listing tells. */
  at: number | undefined;
  folder: Fetched['folder'] | undefined;
}

/** One mail to send, as a provider's API is told of it. */
export interface OutgoingMail {
  raw: Buffer;
  rfcMessageId: string;
  /** Message-IDs of its thread, oldest first. */
  refersTo: readonly string[];
  /** For a provider that takes no large mail as one. */
  inParts?: (() => Promise<MailInParts>) | undefined;
}

export interface Changes {
  mails: RemoteMail[];
  cursor: string;
  /** There is no archive to look into. */
  archiveMissing?: boolean;
}

/** A provider's mail API: what is new, one mail as it came, sending. Nothing at the provider is changed but by sending; a large mail is a draft there until it is sent. */
export interface MailApi {
  /**
   * What came to the inbox or to Sent since the cursor, in the order it is to be taken; without one, everything received since `since` (ms).
   * A cursor the provider has forgotten is as none. With `archivedBefore` (ms) also everything that lies in the archive and came before it.
   */
  changes(cursor: string | null, wanted: { since: number; archivedBefore?: number | undefined }): Promise<Changes>;
  /** `undefined` for one that is gone, or lies where nothing is read. */
  fetch(mail: RemoteMail): Promise<Fetched | undefined>;
  /** Whether a mail of this Message-ID lies in Sent. */
  isSent(rfcMessageId: string): Promise<boolean>;
  send(mail: OutgoingMail): Promise<HandOver>;
}

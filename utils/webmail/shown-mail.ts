/**
 * An open mail as the page tells the worker of it: who it is from and what it can be known again by. None of its words leave the page; they are in
 * `digest` as a number.
 */
export interface ShownMail {
  provider: 'gmail' | 'outlook';
  /** Who wrote it, or where the agent wrote it who it went to first: whom the panel shows where the mail is in no inbox. */
  who: { address: string; name: string };
  /** Whether that is its sender. */
  received: boolean;
  /** Subject and first words; see `digestOfMail`. */
  digest: string;
  /** The date as the page writes it, see `couldBeShownAs`. */
  shownDate: string;
}

/** What a button says: the mail is in an inbox of this agent's, or nothing is known of it. */
export type MailState = 'in-inbox' | 'not-known';

/** A state with its word, in the language of this device. */
export interface MailLook {
  state: MailState;
  label: string;
}

/** What a script in a mail page may ask the worker for, and nothing else (K17). */
export type MailPageCall = { type: 'state-of'; mails: ShownMail[] } | { type: 'open-panel'; mail: ShownMail };

export interface MailPageAnswers {
  /** One for each, in their order; none at all where this device has no workspace. */
  'state-of': MailLook[];
  'open-panel': null;
}

/** What the worker tells the mail pages: where Samtale may still be. Anywhere else its traces go. */
export interface WebmailHostsNow {
  type: 'webmail-hosts';
  /** As in the manifest, `https://mail.google.com/*`. */
  hosts: readonly string[];
}

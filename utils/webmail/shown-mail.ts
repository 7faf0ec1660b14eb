/**
 * An open mail as the page tells the worker of it: who it is from and what it can be known again by. None of its words leave the page before a person
 * presses its button; they are in `digest` as a number.
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
  /** Whose mailbox it is open in and what that knows it by; nothing where the page does not say whose it is. */
  seenIn: { provider: 'gmail' | 'outlook'; account: string; thread: string | null; message: string | null } | null;
}

/** Whether both are the same mail of the same page, as far as it was told of. */
export const isSameShown = (one: ShownMail, other: ShownMail): boolean => told(one) === told(other);

const told = ({ provider, who, received, digest, shownDate, seenIn }: ShownMail) =>
  JSON.stringify([provider, who.address, who.name, received, digest, shownDate, seenIn?.account, seenIn?.thread, seenIn?.message]);

/**
 * All a button in somebody else's page says of a mail (X9): nobody logged it, it is on its way to the hub, it waits until there is a hub to be reached, or it
 * is in an inbox of this agent's.
 */
export type MailState = 'not-logged' | 'logging' | 'waiting' | 'logged';

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

/** What mail pages are told and asked; pages of the web cannot speak to them so. */
export type ToMailPage = WebmailHostsNow | { type: 'mails-changed' } | { type: 'read-mail'; mail: ShownMail };

/** What the worker tells the mail pages: where Samtale may still be. Anywhere else its traces go. */
export interface WebmailHostsNow {
  type: 'webmail-hosts';
  /** As in the manifest, `https://mail.google.com/*`. */
  hosts: readonly string[];
}

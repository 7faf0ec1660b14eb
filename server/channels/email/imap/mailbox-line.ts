import type { TakeLimits } from './plan-take';

/** What a look found: how many mails are new, and what fetches and keeps them. */
export interface Look {
  count: number;
  /** Of the archive, where it was asked for: there is none, or all of it is in once this look is taken. */
  archive?: 'missing' | 'through' | undefined;
  take(limits: () => TakeLimits): Promise<void>;
}

/** An open way to one mailbox, by IMAP or by its provider's API. What breaks it is thrown out of whatever it is asked next. */
export interface MailboxLine {
  connect(): Promise<void>;
  /** `archived`: into the archive as well, at what came before the mailbox was connected. */
  look(archived: boolean): Promise<Look>;
  /** Until something may be new. */
  rest(): Promise<void>;
  close(): void;
}

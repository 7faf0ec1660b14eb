import type { TakeLimits } from './plan-take';

/** What a look found: how many mails are new, and what fetches and keeps them. */
export interface Look {
  count: number;
  take(limits: () => TakeLimits): Promise<void>;
}

/** An open way to one mailbox, by IMAP or by its provider's API. What breaks it is thrown out of whatever it is asked next. */
export interface MailboxLine {
  connect(): Promise<void>;
  look(): Promise<Look>;
  /** Until something may be new. */
  rest(): Promise<void>;
  close(): void;
}

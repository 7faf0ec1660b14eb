import type { ShownMail } from './shown-mail';
import type { MessageRefusal, ShownMailbox, ShownRecipient } from './webmail-adapter';

/** A mail of an open page as it stands there, its words among it. */
export interface PageMail {
  shown: ShownMail;
  from: ShownMailbox;
  /** `as` is left out where the page tells To and Cc not apart. */
  recipients: readonly ShownRecipient[];
  subject: string | undefined;
  /** The mail's own words, as its writer's markup has them in that page. */
  markup: string;
  /** It goes on. */
  isCut: boolean;
  own: boolean;
  refusal: MessageRefusal | undefined;
  attachments: readonly string[];
}

/** What an open page gives of a thread when the panel asks for it, after a press (K17). */
export interface PageThread {
  mails: readonly PageMail[];
  /** Which of them was asked for. */
  at: number;
  /** Mails of the thread the page shows folded: neither their words nor what they are known by. */
  folded: number;
}

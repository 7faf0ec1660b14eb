/** Somebody as a page shows them. */
export interface ShownMailbox {
  /** As the page writes it, `local@domain`; always one a mail server would take as it stands. */
  address: string;
  /** Undefined where the page shows the address alone. */
  name: string | undefined;
}

export interface ShownRecipient extends ShownMailbox {
  /** Undefined where the page puts To and Cc in one line, as Gmail's folded header does. */
  as: 'to' | 'cc' | 'bcc' | undefined;
}

/** What a page is about. Only `message` has messages; `unknown` is also every host but the adapter's own. */
export type PageKind = 'message' | 'list' | 'empty' | 'multi-select' | 'compose' | 'settings' | 'login' | 'unknown';

/** Which selector of its list found a field, 0 the first: what rises says that a page is drifting away. Fields not found are left out. */
export type Ranks = Readonly<Record<string, number>>;

/** What tells one message from all others. A provider's ids are opaque text; none of them is a Message-ID. */
export interface MessageIds {
  /** Gmail: the id of its API, 16 hexadecimal digits. Outlook: the item id of a message that is open alone. */
  message: string | undefined;
  /** Gmail: `msg-f:` and digits, or `msg-a:` and what the browser made up for a mail written there. */
  permanent: string | undefined;
  /** Gmail: the thread's id of its API. Outlook: the conversation's id. */
  thread: string | undefined;
  /** Outlook: the item the page's address names; which message of the conversation that is, the page does not say. */
  openItem: string | undefined;
}

/**
 * Why a message may not be logged though it is open: `confidential` mail is a link to its words and may not be kept; a `draft` was not sent;
 * `unsettled` is a mail just sent from this page, or a draft, before the provider gave it its id.
 */
export type MessageRefusal = 'draft' | 'confidential' | 'unsettled';

/** One message of the open conversation, in the page's order. Nothing here is guessed: what a page does not show is undefined. */
export interface OpenMessage {
  expanded: boolean;
  /** Where a button stands, as its last child. Only expanded messages that are told apart have one. */
  buttonAt: Element | undefined;
  /** The element with the mail's own words, quotes among them: markup of whoever wrote the mail. */
  body: Element | undefined;
  ids: MessageIds;
  /** `conversation` is the weaker one: the id names several messages, and sender and time have to tell which. */
  identifiedBy: 'message' | 'conversation' | undefined;
  from: ShownMailbox | undefined;
  /** As far as shown; a folded header names some of them only. */
  recipients: readonly ShownRecipient[];
  /** The date in the words of the page: the viewer's language and zone, no zone named, often no seconds. No instant can be read from it. */
  shownDate: string | undefined;
  subject: string | undefined;
  /** True where the sender is the account or mailbox open here. Never false: an agent has other addresses the page does not know. */
  own: true | undefined;
  refusal: MessageRefusal | undefined;
  /** Names as the page shows them, in its order. */
  attachments: readonly string[];
  ranks: Ranks;
}

/** A place where a mail is being written. */
export interface OpenComposer {
  root: Element;
  /** The editable element of its words. */
  editor: Element | undefined;
  /** Where a button stands, as its last child. */
  buttonAt: Element | undefined;
  /** Under a message, in a window within the page, or a page of its own. */
  place: 'inline' | 'window' | 'page' | undefined;
  isReply: boolean | undefined;
  /** Gmail: the draft's permanent id. */
  draftId: string | undefined;
  /** Gmail: the permanent id of the message that is answered. */
  replyTo: string | undefined;
  /** Gmail: the thread's permanent id, also one the browser made up for a thread that begins here. */
  threadId: string | undefined;
  recipients: readonly ShownRecipient[];
  /** Empty while nothing is written. */
  subject: string | undefined;
  ranks: Ranks;
}

export interface WebmailPage {
  kind: PageKind;
  /** The address that is signed in. With several accounts: the one this tab belongs to. */
  account: string | undefined;
  /** Whose mailbox is open where the page says it is another's: delegated in Gmail, shared in Outlook. */
  mailbox: string | undefined;
  /** Another's mailbox is open, even if the page does not say whose. */
  delegated: boolean;
  messages: readonly OpenMessage[];
  composers: readonly OpenComposer[];
  /**
   * A message is open, yet none is told apart: the provider changed its page, or it is not painted to its end. Who reads must let the page
   * come to rest before saying so to anybody.
   */
  changed: boolean;
  ranks: Ranks;
}

/** Reads one provider's pages. Pure: it changes nothing, keeps nothing, and throws for no page whatever. */
export interface WebmailAdapter {
  provider: 'gmail' | 'outlook';
  /** The exact hosts it reads, by https alone. */
  hosts: readonly string[];
  read(document: Document, location: { readonly href: string }): WebmailPage;
}

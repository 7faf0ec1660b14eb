import { digestOfMail } from './digest-of-mail';
import type { ShownMail } from './shown-mail';
import type { OpenMessage, WebmailAdapter, WebmailPage } from './webmail-adapter';

/** Not the words of a mail, though they stand among them. */
const noWords = new Set(['STYLE', 'SCRIPT', 'TITLE', 'TEMPLATE']);

function wordsOf(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  return noWords.has(node.nodeName.toUpperCase()) ? '' : [...node.childNodes].map(wordsOf).join(' ');
}

/** Whose mailbox a page shows. */
export type MailboxOwner = Pick<WebmailPage, 'account' | 'mailbox' | 'delegated'>;

/**
 * What the worker is told of an open message, or nothing: of a draft, of one whose sender, date or words the page does not show, and of one that has
 * no safe place for a button.
 */
export function mailShown(provider: WebmailAdapter['provider'], message: OpenMessage, owner: MailboxOwner): ShownMail | undefined {
  const { own, from, recipients, refusal, body, shownDate, subject, buttonAt } = message;
  const who = own ? recipients[0] : from;
  const digest = body && digestOfMail(subject ?? '', wordsOf(body));
  if (!buttonAt || refusal === 'draft' || refusal === 'unsettled' || !who || !shownDate || !digest) return undefined;
  // No mail server takes a longer one.
  if (who.address.length > 320) return undefined;
  return {
    provider,
    who: { address: who.address, name: (who.name ?? '').slice(0, 500) },
    received: !own,
    digest,
    shownDate: shownDate.slice(0, 200),
    seenIn: seenIn(provider, message, owner),
  };
}

/** Ids are of one mailbox: in another's that is open here they are that one's. */
function seenIn(provider: WebmailAdapter['provider'], { ids }: OpenMessage, { account, mailbox, delegated }: MailboxOwner): ShownMail['seenIn'] {
  const whose = delegated ? mailbox : (mailbox ?? account);
  const short = (id: string | undefined) => (id !== undefined && id.length <= 500 ? id : null);
  return whose === undefined || whose.length > 320 ? null : { provider, account: whose, thread: short(ids.thread), message: short(ids.message) };
}

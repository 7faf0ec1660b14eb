import type { OpenMessage, WebmailAdapter } from './webmail-adapter';

/** What tells it from every other message of its page; the same words again are the same message. */
export const identityOf = ({ ids, from, shownDate, subject, identifiedBy }: OpenMessage): string =>
  JSON.stringify([
    identifiedBy,
    ids.message,
    ids.permanent,
    ids.thread,
    ...(identifiedBy === 'conversation' ? [ids.openItem, from?.address.toLowerCase(), shownDate, subject] : []),
  ]);

/**
 * The message a button was drawn for, read anew at the click: pages put other mail into the same elements (G2). Undefined if it is not there
 * any more, if another account or mailbox is open now, or if two messages look the same; then nothing may be logged.
 *
 * @param picked the message as it was when its button was drawn
 * @param owner account and mailbox of the page it was read from
 */
export function readAgain(
  adapter: WebmailAdapter,
  document: Document,
  location: { readonly href: string },
  picked: OpenMessage,
  owner: { account: string | undefined; mailbox: string | undefined },
): OpenMessage | undefined {
  const page = adapter.read(document, location);
  if (page.account !== owner.account || page.mailbox !== owner.mailbox || !picked.identifiedBy) return undefined;
  const same = page.messages.filter((message) => identityOf(message) === identityOf(picked));
  return same.length === 1 && same[0]?.buttonAt ? same[0] : undefined;
}

import { noPage, ownAddress } from '../no-page';
import { FieldReader, filled, isVisible } from '../read-field';
import { addressWithin, sameAddress } from '../shown-mailbox';
import type { OpenMessage, PageKind, WebmailAdapter, WebmailPage } from '../webmail-adapter';
import { apiIdOf } from './gmail-ids';
import { type GmailPlace, gmailPlaceOf } from './gmail-place';
import { readGmailComposers } from './read-gmail-composers';
import { type GmailThread, readCollapsed, readExpanded } from './read-gmail-message';
import { gmailContent, gmailSelectors } from './selectors';

/** Gmail, consumers' and companies'. */
export const gmail: WebmailAdapter = {
  provider: 'gmail',
  hosts: ['mail.google.com'],
  read(document, { href }) {
    const url = ownAddress(href, this.hosts);
    if (!url) return noPage(/^https:\/\/accounts\.google\.com\//.test(href) ? 'login' : 'unknown');
    return readPage(document, gmailPlaceOf(url));
  },
};

function readPage(document: Document, place: GmailPlace): WebmailPage {
  const page = new FieldReader(document, gmailContent);
  if (page.elements('input[type="password"]').some(isVisible)) return noPage('login');
  const composers = readGmailComposers(page, place.kind === 'compose');
  const inHeader = page.one('account', gmailSelectors.account, addressWithin);
  const inTitle = page.one('title', gmailSelectors.title, addressInTitle);
  // The title names whose mailbox is open: where that is another's, it does not say who is signed in.
  const account = inHeader ?? (place.delegated ? undefined : inTitle);
  const mailbox = place.delegated && !sameAddress(inTitle, inHeader) ? inTitle : undefined;

  const mains = page.elements(gmailSelectors.main[0].css).filter(isVisible);
  const [main] = mains;
  const seen = main && mains.length === 1 ? page.within(main) : undefined;
  const several = (seen?.elements(gmailSelectors.checkedRow[0].css).length ?? 0) > 1;
  const silent = !seen || several || place.kind === 'settings' || place.kind === 'compose';
  const drafts = composers.flatMap(({ draftId }) => draftId ?? []);
  const messages = silent ? [] : readMessages(seen, drafts).map((message) => withOwn(message, account, mailbox));
  const open = messages.some(({ expanded }) => expanded);
  return {
    kind: kindOf(),
    account,
    mailbox,
    delegated: place.delegated,
    messages,
    composers,
    changed: !silent && (open || place.kind === 'thread') && !messages.some(({ buttonAt }) => buttonAt),
    ranks: { ...page.ranks, ...seen?.ranks },
  };

  function kindOf(): PageKind {
    if (place.kind === 'settings' || place.kind === 'compose') return place.kind;
    if (!seen) return 'unknown';
    if (several) return 'multi-select';
    if (open) return 'message';
    return seen.all('row', gmailSelectors.row, () => true).length > 0 ? 'list' : 'empty';
  }
}

/** `Subject - ada@example.test - Gmail`: a subject can look like an address too, so the last one counts. */
const addressInTitle = (title: string): string | undefined => {
  const parts = title.split(' - ');
  return parts.length < 2 ? undefined : filled(addressWithin(parts.at(-2) ?? '') ?? '');
};

function readMessages(main: FieldReader, drafts: readonly string[]): OpenMessage[] {
  const thread: GmailThread = {
    id: main.one('threadId', gmailSelectors.threadId, (raw, element) => (isVisible(element) ? apiIdOf(raw) : undefined)),
    subject: main.one('subject', gmailSelectors.subject, (raw, element) => (isVisible(element) ? filled(raw) : undefined)),
    drafts,
  };
  const collapsed = main.all('collapsed', gmailSelectors.collapsed, (_, element) => element).map(({ value }) => value);
  const expanded = main.all('expanded', gmailSelectors.expanded, (_, element) => element).map(({ value }) => value);
  const items = [...new Set([...collapsed, ...expanded])].filter(isVisible);
  const outer = items.filter((item) => !items.some((other) => other !== item && other.contains(item)));
  const inOrder = outer.sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1));
  const read = inOrder.flatMap((item) => {
    const reader = main.within(item);
    return collapsed.includes(item) ? readCollapsed(reader, thread) : (readExpanded(reader, thread) ?? []);
  });
  return read.filter(({ ids }) => ids.permanent === undefined || read.filter((other) => other.ids.permanent === ids.permanent).length === 1);
}

const withOwn = (message: OpenMessage, account: string | undefined, mailbox: string | undefined): OpenMessage => ({
  ...message,
  own: [account, mailbox].some((address) => sameAddress(address, message.from?.address)) || undefined,
});

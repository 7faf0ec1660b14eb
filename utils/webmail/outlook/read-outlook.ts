import { noPage, ownAddress } from '../no-page';
import { FieldReader, filled, isVisible, textOf } from '../read-field';
import { addressWithin, sameAddress } from '../shown-mailbox';
import type { OpenMessage, PageKind, WebmailAdapter, WebmailPage } from '../webmail-adapter';
import { type OutlookPlace, outlookIdOf, outlookPlaceOf } from './outlook-place';
import { readOutlookComposers } from './read-outlook-composers';
import { type OutlookConversation, readCollapsed, readExpanded } from './read-outlook-message';
import { outlookComposer, outlookContent, outlookSelectors } from './selectors';

/** Outlook on the web, consumers' and companies'. */
export const outlook: WebmailAdapter = {
  provider: 'outlook',
  hosts: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  read(document, { href }) {
    const url = ownAddress(href, this.hosts);
    if (!url) return noPage(/^https:\/\/login\.(?:live|microsoftonline)\.com\//.test(href) ? 'login' : 'unknown');
    return readPage(document, outlookPlaceOf(url));
  },
};

function readPage(document: Document, place: OutlookPlace): WebmailPage {
  const page = new FieldReader(document, outlookContent);
  if (page.elements('input[type="password"]').some(isVisible)) return noPage('login');
  const account = page.one('account', outlookSelectors.account, addressWithin);
  const mailbox = place.mailbox !== undefined && !sameAddress(place.mailbox, account) ? place.mailbox : undefined;
  const pane = page.firstVisible('pane', outlookSelectors.pane);
  const selected = page.all('selectedRow', outlookSelectors.selectedRow, filled);
  const several = selected.length > 1;
  const silent = several || place.kind !== 'other';
  const messages =
    silent || !pane
      ? []
      : readMessages(page, pane, place, selected[0]).map((message) => ({
          ...message,
          own: [account, mailbox].some((address) => sameAddress(address, message.from?.address)) || undefined,
        }));
  const open = messages.some(({ expanded }) => expanded);
  const bodies = page.elements(outlookSelectors.body[0].css).some(isVisible);
  return {
    kind: kindOf(),
    account,
    mailbox,
    delegated: mailbox !== undefined,
    messages,
    composers: readOutlookComposers(page, place.kind === 'compose'),
    changed: !silent && (open || bodies) && !messages.some(({ buttonAt }) => buttonAt),
    ranks: page.ranks,
  };

  function kindOf(): PageKind {
    if (place.kind !== 'other') return place.kind;
    if (several) return 'multi-select';
    if (open) return 'message';
    if (page.elements(outlookSelectors.readingPlace[0].css).some(isVisible)) return 'empty';
    return page.elements(outlookSelectors.row[0].css).length > 0 ? 'list' : 'unknown';
  }
}

function readMessages(page: FieldReader, pane: Element, place: OutlookPlace, row: { value: string; element: Element } | undefined): OpenMessage[] {
  const reader = page.within(pane);
  const bodies = reader.elements(outlookSelectors.body[0].css).filter(isVisible);
  const collapsed = reader.elements(outlookSelectors.collapsed[0].css).filter(isVisible);
  const subject = reader.one('subject', outlookSelectors.subject, (raw, element) => (element.closest(outlookComposer) ? undefined : filled(raw)));
  const alone = pane.matches(outlookSelectors.itemPane[0].css) && bodies.length === 1 && collapsed.length === 0;
  const between = isBetween(row?.element, subject);
  const [thread, openItem] = between ? [] : [outlookIdOf(row?.value ?? ''), place.openItem];
  const conversation: OutlookConversation = { subject, ids: { message: alone ? openItem : undefined, permanent: undefined, thread, openItem } };
  return [...bodies, ...collapsed]
    .sort((one, other) => (one.compareDocumentPosition(other) & 4 ? -1 : 1))
    .flatMap((element) =>
      bodies.includes(element) ? (readExpanded(page, pane, element, conversation) ?? []) : readCollapsed(page.within(element), conversation),
    );
}

/**
 * The row is selected, and the address changed, before the pane shows its conversation. Until then the pane's subject stands in another row, and
 * what row and address name is not what is read.
 */
const isBetween = (row: Element | undefined, subject: string | undefined): boolean =>
  row !== undefined && subject !== undefined && ![...row.querySelectorAll('*')].some((part) => textOf(part) === subject);

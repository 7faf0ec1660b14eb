import { type FieldReader, filled, isVisible } from '../read-field';
import { addressOf, mailboxOf } from '../shown-mailbox';
import type { MessageIds, OpenMessage, ShownRecipient } from '../webmail-adapter';
import { outlookComposer, outlookSelectors } from './selectors';

/** What all messages of the pane have in common. */
export interface OutlookConversation {
  ids: MessageIds;
  subject: string | undefined;
}

const notComposed = (element: Element): boolean => !element.closest(outlookComposer);

/** Whoever is told by their address in a title; the name is what is written there. */
const titled =
  (as: ShownRecipient['as']) =>
  (raw: string, element: Element): ShownRecipient | undefined => {
    const address = addressOf(raw);
    const name = filled(element.textContent ?? '');
    return address ? { address, name: name === address ? undefined : name, as } : undefined;
  };

/** A message shown as one line: neither an id nor an address stands there. */
export function readCollapsed(reader: FieldReader, { subject }: OutlookConversation): OpenMessage {
  const ids = { message: undefined, permanent: undefined, thread: undefined, openItem: undefined };
  return {
    ...header(reader),
    expanded: false,
    buttonAt: undefined,
    body: undefined,
    ids,
    identifiedBy: undefined,
    subject,
    recipients: [],
    attachments: [],
    refusal: undefined,
  };
}

/** The message round a body, or undefined where its bounds are not known. */
export function readExpanded(page: FieldReader, pane: Element, body: Element, conversation: OutlookConversation): OpenMessage | undefined {
  const bounds = outlookSelectors.message.map(({ css }) => body.closest(css)).find((found) => found !== null && pane.contains(found));
  if (!bounds) return undefined;
  const reader = page.within(bounds);
  if (reader.elements(outlookSelectors.body[0].css).length !== 1) return undefined;
  const { ids } = conversation;
  const identifiedBy = ids.message !== undefined ? 'message' : ids.thread !== undefined || ids.openItem !== undefined ? 'conversation' : undefined;
  return {
    ...header(reader),
    expanded: true,
    buttonAt: identifiedBy && reader.firstVisible('buttonAt', outlookSelectors.buttonAt),
    body,
    ids,
    identifiedBy,
    subject: conversation.subject,
    recipients: recipientsOf(reader),
    attachments: reader.all('attachments', outlookSelectors.attachment, attachmentName).map(({ value }) => value),
    refusal: undefined,
  };
}

function recipientsOf(reader: FieldReader): ShownRecipient[] {
  const apart = [...reader.all('to', outlookSelectors.to, titled('to')), ...reader.all('cc', outlookSelectors.cc, titled('cc'))];
  const told = apart.length > 0 ? apart : reader.all('recipients', outlookSelectors.recipients, titled(undefined));
  return told.filter(({ element }) => notComposed(element)).map(({ value }) => value);
}

function attachmentName(raw: string, element: Element): string | undefined {
  const card = element.closest('[role="option"]')?.getAttribute('aria-label') ?? '';
  return notComposed(element) && isVisible(element) && card.startsWith(raw) ? filled(raw) : undefined;
}

function header(reader: FieldReader): Pick<OpenMessage, 'from' | 'shownDate' | 'own' | 'ranks'> {
  return {
    from: reader.one('from', outlookSelectors.from, (raw, element) => (notComposed(element) ? mailboxOf(raw) : undefined)),
    shownDate: reader.one('shownDate', outlookSelectors.shownDate, (raw, element) => (notComposed(element) ? filled(raw) : undefined)),
    own: undefined,
    ranks: reader.ranks,
  };
}

import { type FieldReader, filled, isVisible } from '../read-field';
import { addressOf } from '../shown-mailbox';
import type { MessageIds, MessageRefusal, OpenMessage, ShownMailbox } from '../webmail-adapter';
import { agreed, apiIdFromPermanent, apiIdOf, permanentIdOf } from './gmail-ids';
import { gmailSelectors } from './selectors';

/** What all messages of the open thread have in common, from its header. */
export interface GmailThread {
  id: string | undefined;
  subject: string | undefined;
  /** Permanent ids of the drafts that are open in composers. */
  drafts: readonly string[];
}

const named = (raw: string, element: Element): ShownMailbox | undefined => {
  const address = addressOf(raw);
  const name = filled(element.getAttribute('name') ?? element.getAttribute('data-name') ?? '');
  return address ? { address, name: name === address ? undefined : name } : undefined;
};

/** `application/pdf:delivery%20note.pdf:https://…`, or the name itself. */
function fileName(raw: string): string | undefined {
  const encoded = /^[^:]*:(.*):https?:/s.exec(raw)?.[1];
  try {
    return filled(encoded === undefined ? raw : decodeURIComponent(encoded));
  } catch {
    return filled(encoded ?? raw);
  }
}

/** Mails in confidential mode are a link to their words, at this host alone; a link within a quote is of an earlier mail. */
const linksToConfidential = (body: Element): boolean =>
  [...body.querySelectorAll('a[href]')].some((link) => {
    const href = link.getAttribute('href') ?? '';
    return URL.canParse(href) && new URL(href).hostname === 'confidential-mail.google.com' && !link.closest('.gmail_quote, blockquote');
  });

/** A message shown as one line: Gmail writes no id there, so it never gets a button. */
export function readCollapsed(reader: FieldReader, { subject }: GmailThread): OpenMessage {
  const ids = { message: undefined, permanent: undefined, thread: undefined, openItem: undefined };
  return { ...header(reader), expanded: false, buttonAt: undefined, body: undefined, ids, identifiedBy: undefined, subject, refusal: undefined };
}

/** A message with its words; undefined where there is not exactly one body to be seen. */
export function readExpanded(reader: FieldReader, thread: GmailThread): OpenMessage | undefined {
  const bodies = reader.all('body', gmailSelectors.body, (_, element) => (isVisible(element) ? element : undefined));
  const body = bodies[0]?.value;
  if (!body || bodies.length > 1) return undefined;
  const { ids, settled } = idsOf(reader, thread);
  const refusal: MessageRefusal | undefined =
    ids.permanent !== undefined && thread.drafts.includes(ids.permanent)
      ? 'draft'
      : linksToConfidential(body)
        ? 'confidential'
        : ids.permanent !== undefined && !settled
          ? 'unsettled'
          : undefined;
  const identified = (settled && ids.message !== undefined) || refusal === 'unsettled' || refusal === 'draft';
  return {
    ...header(reader),
    expanded: true,
    buttonAt: identified ? reader.firstVisible('buttonAt', gmailSelectors.buttonAt) : undefined,
    body,
    ids,
    identifiedBy: identified ? 'message' : undefined,
    subject: thread.subject,
    refusal,
  };
}

/** `settled` when the provider has given the message its final id, and nothing on the page contradicts it. */
function idsOf(reader: FieldReader, thread: GmailThread): { ids: MessageIds; settled: boolean } {
  const none = { message: undefined, permanent: undefined, thread: undefined, openItem: undefined };
  const shown = (_: string, element: Element) => isVisible(element) || undefined;
  const permanent = reader.one('permanentId', gmailSelectors.permanentId, (raw, element) => shown(raw, element) && permanentIdOf('message', raw));
  const written = reader.one('messageId', gmailSelectors.messageId, (raw, element) => shown(raw, element) && apiIdOf(raw));
  const derived = apiIdFromPermanent(permanent);
  const message = agreed(written, derived);
  if (message === undefined && (written !== undefined || derived !== undefined)) return { ids: none, settled: false };
  const itsThread = reader.one('threadOfMessage', gmailSelectors.threadOfMessage, (raw) => permanentIdOf('thread', raw));
  const threadId = agreed(thread.id, apiIdFromPermanent(itsThread));
  // A header that names another thread than the message: the page is between two conversations.
  if (threadId === undefined && thread.id !== undefined) return { ids: none, settled: false };
  return { ids: { message, permanent, thread: threadId, openItem: undefined }, settled: message !== undefined };
}

function header(reader: FieldReader): Pick<OpenMessage, 'from' | 'recipients' | 'shownDate' | 'own' | 'attachments' | 'ranks'> {
  return {
    from: reader.one('from', gmailSelectors.from, named),
    recipients: reader.all('recipients', gmailSelectors.recipients, named).map(({ value }) => ({ ...value, as: undefined })),
    shownDate: reader.one('shownDate', gmailSelectors.shownDate, filled),
    own: undefined,
    attachments: reader.all('attachments', gmailSelectors.attachment, fileName).map(({ value }) => value),
    ranks: reader.ranks,
  };
}

import { FieldReader, filled, isVisible } from '../read-field';
import { addressOf } from '../shown-mailbox';
import type { OpenComposer, ShownRecipient } from '../webmail-adapter';
import { permanentIdOf } from './gmail-ids';
import { gmailContent, gmailSelectors } from './selectors';

/** A field of a form: what is in it now, which is not what it was drawn with. */
const typed = (_: string, element: Element): string => (element as HTMLInputElement).value ?? '';

/** The form fields Gmail keeps for itself (`draft`, `rm`, `rt`) tell a composer from all else, in every language. */
export function readGmailComposers(page: FieldReader, ownPage: boolean): OpenComposer[] {
  const drafts = page.elements(gmailSelectors.draftId[0].css);
  const roots = drafts.flatMap((draft) => rootOf(draft) ?? []);
  return [...new Set(roots)].map((root) => readComposer(root, ownPage));
}

function rootOf(draft: Element): Element | undefined {
  const roots = gmailSelectors.composer.map(({ css }) => draft.closest(css)).filter((root) => root !== null);
  return roots.find((root) => isVisible(root));
}

function readComposer(root: Element, ownPage: boolean): OpenComposer {
  const reader = new FieldReader(root, gmailContent);
  const who = (as: ShownRecipient['as']) => (raw: string, element: Element) => {
    const address = addressOf(raw);
    const name = filled(element.getAttribute('data-name') ?? '');
    return address ? { address, name: name === address ? undefined : name, as } : undefined;
  };
  const answered = reader.one('replyTo', gmailSelectors.replyTo, typed);
  const threadId = reader.one('threadOfDraft', gmailSelectors.threadOfDraft, (_, field) => permanentIdOf('thread', typed(_, field)));
  const window = root.closest('[role="dialog"]');
  return {
    root,
    editor: reader.firstVisible('editor', gmailSelectors.editor),
    buttonAt: reader.firstVisible('composerButtonAt', gmailSelectors.composerButtonAt),
    place: ownPage ? 'page' : window ? 'window' : root.closest('[role="main"]') ? 'inline' : undefined,
    isReply: answered === undefined || (answered === '' && threadId?.startsWith('thread-f:')) ? undefined : answered !== '',
    draftId: reader.one('draftId', gmailSelectors.draftId, (_, field) => permanentIdOf('message', typed(_, field))),
    replyTo: permanentIdOf('message', answered ?? ''),
    threadId,
    recipients: [
      ...reader.all('composerTo', gmailSelectors.composerTo, who('to')),
      ...reader.all('composerCc', gmailSelectors.composerCc, who('cc')),
      ...reader.all('composerBcc', gmailSelectors.composerBcc, who('bcc')),
    ].map(({ value }) => value),
    subject: reader.one('composerSubject', gmailSelectors.composerSubject, typed),
    ranks: reader.ranks,
  };
}

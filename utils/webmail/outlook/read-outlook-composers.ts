import { FieldReader, isVisible } from '../read-field';
import { mailboxOf } from '../shown-mailbox';
import type { OpenComposer } from '../webmail-adapter';
import { outlookContent, outlookSelectors } from './selectors';

/** Composers of Outlook's. Neither the thread nor which field a recipient stands in is written anywhere but in labels, so neither is said. */
export function readOutlookComposers(page: FieldReader, ownPage: boolean): OpenComposer[] {
  return page
    .elements(outlookSelectors.composer[0].css)
    .filter(isVisible)
    .map((root) => readComposer(root, ownPage));
}

function readComposer(root: Element, ownPage: boolean): OpenComposer {
  const reader = new FieldReader(root, outlookContent);
  const editor = reader.firstVisible('editor', outlookSelectors.editor);
  // A recipient stands in a small editor of its own; what stands in the editor of the words may quote anybody.
  const anywhere = new FieldReader(root, '[aria-multiline="true"]');
  const inline = root.closest(outlookSelectors.pane[0].css) !== null;
  const quotes = editor !== undefined && editor.querySelector(outlookSelectors.answered[0].css) !== null;
  const recipients = anywhere.all('composerRecipient', outlookSelectors.composerRecipient, mailboxOf);
  return {
    root,
    editor,
    buttonAt: reader.firstVisible('composerButtonAt', outlookSelectors.composerButtonAt),
    place: ownPage ? 'page' : inline ? 'inline' : undefined,
    isReply: inline || quotes || undefined,
    draftId: undefined,
    replyTo: undefined,
    threadId: undefined,
    recipients: recipients.map(({ value }) => ({ ...value, as: undefined })),
    subject: reader.one('composerSubject', outlookSelectors.composerSubject, (_, element) => (element as HTMLInputElement).value ?? ''),
    ranks: { ...reader.ranks, ...anywhere.ranks },
  };
}

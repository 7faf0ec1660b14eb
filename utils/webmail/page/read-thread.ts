import { mailShown } from '../mail-shown';
import { mostOfThread as most } from '../most-of-thread';
import type { PageMail, PageThread } from '../page-thread';
import { isSameShown, type ShownMail } from '../shown-mail';
import type { OpenMessage, WebmailAdapter } from '../webmail-adapter';

/**
 * The open thread as it is now, for whoever pressed the button of `mail` (G2). Nothing where that mail is not open any more, where another account is, or where two
 * mails look the same.
 */
export function readThread(adapter: WebmailAdapter, document: Document, mail: ShownMail): PageThread | null {
  const page = adapter.read(document, document.location);
  const told = page.messages.flatMap((message) => {
    const shown = mailShown(adapter.provider, message, page);
    const read = shown && mailOf(message, shown);
    return read ? [read] : [];
  });
  const mails = told.filter(({ shown }) => told.filter((other) => isSameShown(other.shown, shown)).length === 1).slice(0, most.mails);
  const at = mails.findIndex(({ shown }) => isSameShown(shown, mail));
  return at < 0 ? null : { mails, at, folded: page.messages.filter(({ expanded }) => !expanded).length };
}

function mailOf({ from, recipients, subject, body, own, refusal, attachments }: OpenMessage, shown: ShownMail): PageMail | undefined {
  if (!from || !body) return undefined;
  const markup = body.innerHTML;
  return {
    shown,
    from,
    recipients: recipients.slice(0, most.named),
    subject,
    markup: markup.slice(0, most.markup),
    isCut: markup.length > most.markup,
    own: own === true,
    refusal,
    attachments: attachments.slice(0, most.named),
  };
}

import { mailDocument } from '../../../utils/mail-view/mail-document';
import { sanitiseMail } from '../../../utils/mail-view/sanitise-mail';

/** Runs in the page: what the sanitiser makes of each mail, all the message view knows of it, and the document its frame gets. */
export function documentsOf(htmls: readonly string[]): { known: string; document: string }[] {
  return htmls.map((html) => {
    const mail = sanitiseMail(html, { clip: true });
    return { known: JSON.stringify(mail), document: mailDocument(mail, document.documentElement.lang) };
  });
}

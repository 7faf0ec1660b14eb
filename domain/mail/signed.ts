import { signatureMarkup } from '../text/composed-html';
import { plainTextOf } from '../text/plain-text-of';

/** A reply with the signature below it, in both of its forms; `-- ` is the line mail programs know signatures by (RFC 3676 4.3). */
export function signed(reply: { text: string; html: string }, signature: string): { text: string; html: string } {
  const signatureHtml = signatureMarkup(signature);
  const signatureText = plainTextOf(signatureHtml);
  if (!signatureText && !/<img\b/i.test(signatureHtml)) return reply;
  return {
    text: signatureText ? `${reply.text.trimEnd()}\n\n-- \n${signatureText}` : reply.text,
    html: reply.html && `${reply.html}<div class="samtale-signature">${signatureHtml}</div>`,
  };
}

import { type Refusal, refuse } from '../core/refusal';
import type { Attachment } from '../model/message';

/** Why this cannot be sent or kept as a message: there is nothing in it, or a file of it is not stored (K18). */
export function contentProblem({ text, html, attachments }: { text: string; html: string; attachments: Attachment[] }): Refusal | undefined {
  if (!text.trim() && attachments.length === 0 && !/<img\b/i.test(html)) return refuse('empty-message');
  const missing = attachments.find((attachment) => attachment.hash === null);
  return missing && refuse('attachment-missing', { name: missing.name });
}

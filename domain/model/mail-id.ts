import * as z from 'zod/mini';
import { Id, Millis } from './ids';

/**
 * Which message a Message-ID names in an inbox: how mails find their thread and how the same mail is known again (X8).
 * Host only, never synced; where a thread is deleted for good a `PurgedMail` stays instead (K13).
 */
export const MailId = z.object({
  /** The message's id. */
  id: Id,
  inboxId: Id,
  rfcMessageId: z.string().check(z.maxLength(1000)),
  conversationId: Id,
  fromAddress: z.string().check(z.maxLength(320)),
  /** The mail's Date, or when we got it. */
  date: Millis,
});
export type MailId = z.infer<typeof MailId>;

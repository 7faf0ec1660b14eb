import * as z from 'zod/mini';
import { SeenMailRefusal } from '../../domain/mail/seen-mail';
import { mostOfThread as most } from '../webmail/most-of-thread';
import { ShownMail } from './mail-page-calls';

const words = z.string().check(z.maxLength(10_000));
const Mailbox = z.object({ address: z.string().check(z.maxLength(320)), name: z.optional(words) });

const PageMail = z.object({
  shown: ShownMail,
  from: Mailbox,
  recipients: z.array(z.extend(Mailbox, { as: z.optional(z.enum(['to', 'cc', 'bcc'])) })).check(z.maxLength(most.named)),
  subject: z.optional(words),
  markup: z.string().check(z.maxLength(most.markup)),
  isCut: z.boolean(),
  own: z.boolean(),
  refusal: z.optional(SeenMailRefusal),
  attachments: z.array(words).check(z.maxLength(most.named)),
});

/** A `PageThread` as it comes out of a page, to be believed as little as any page (K17). */
export const PageThreadAnswer = z.object({
  mails: z.array(PageMail).check(z.maxLength(most.mails)),
  at: z.int().check(z.nonnegative()),
  folded: z.int().check(z.nonnegative()),
});

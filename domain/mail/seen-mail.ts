import * as z from 'zod/mini';
import { Id } from '../model/ids';
import { SeenIn } from '../model/message';
import { IncomingMail } from './incoming-mail';

/** Why a mail that is open in a webmail is none to log: not sent, a link to words that may not be kept, or not yet given its id. */
export const SeenMailRefusal = z.enum(['draft', 'confidential', 'unsettled']);

/** A mail as it was read from a webmail, with what its raw form adds where that was to be had. Of a page alone much is missing: Message-ID and Date above all. */
export const SeenMail = z.extend(
  z.pick(IncomingMail, {
    rfcMessageId: true,
    from: true,
    to: true,
    cc: true,
    subject: true,
    date: true,
    references: true,
    text: true,
    quotedText: true,
    attachments: true,
    cut: true,
    automatic: true,
  }),
  {
    /** For what may have to be made of it. */
    ids: z.object({ messageId: Id, contactId: Id }),
    html: z.nullable(z.string().check(z.maxLength(500_000))),
    /** The page says that whoever is signed in there wrote it. */
    own: z.boolean(),
    seenIn: z.nullable(SeenIn),
    refusal: z.nullable(SeenMailRefusal),
  },
);
export type SeenMail = z.infer<typeof SeenMail>;

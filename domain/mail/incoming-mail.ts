import * as z from 'zod/mini';
import { Address } from '../model/address';
import { Id, Millis } from '../model/ids';
import { Attachment, Message, type SeenIn } from '../model/message';
import { MailFolder } from './mail-folder';

/** New ids, made by the host for one thing that came in; which of them are used is for the rule to decide. */
export const IncomingIds = z.object({ conversationId: Id, messageId: Id, contactId: Id, eventId: Id });

/** One mail as the host parsed it, for `receiveMessage`. Everything in it was written by a stranger. */
export const IncomingMail = z.object({
  kind: z.literal('email'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  rfcMessageId: z.nullable(z.string().check(z.maxLength(1000))),
  /** sha256 in hex of the mail as it came. */
  rawHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  from: Address,
  to: z.array(Address).check(z.maxLength(500)),
  cc: z.array(Address).check(z.maxLength(500)),
  subject: z.string().check(z.maxLength(1000)),
  /** The Date header. */
  date: z.nullable(Millis),
  /** References and In-Reply-To, oldest first. */
  references: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(50)),
  text: z.string().check(z.maxLength(65_536)),
  quotedText: z.string().check(z.maxLength(65_536)),
  html: z.nullable(z.string().check(z.maxLength(5_000_000))),
  attachments: z.array(Attachment).check(z.maxLength(300)),
  cut: Message.shape.cut,
  automatic: Message.shape.automatic,
  /** What a bounce says about the mail that did not arrive; `permanent` is false for "delayed, still trying". */
  bounceOf: z.nullable(
    z.object({
      rfcMessageId: z.nullable(z.string().check(z.maxLength(1000))),
      recipient: z.string().check(z.maxLength(320)),
      text: z.string().check(z.maxLength(1000)),
      permanent: z.boolean(),
    }),
  ),
  /** List-*, Precedence or Auto-Submitted say it went to many. */
  bulk: z.boolean(),
  /** A provider's request to confirm forwarding: never spam (VIEW-9). */
  providerConfirmation: z.boolean(),
  /** The mail inside a forwarded one, as far as its wrapper tells (CHN-5). */
  forward: z.nullable(
    z.object({
      from: Address,
      to: z.array(Address).check(z.maxLength(500)),
      subject: z.string().check(z.maxLength(1000)),
      text: z.string().check(z.maxLength(65_536)),
      html: z.nullable(z.string().check(z.maxLength(5_000_000))),
      date: z.nullable(Millis),
    }),
  ),
  /** The conversation a verified reply token of ours names. */
  repliesTo: z.nullable(Id),
  unreadable: Message.shape.unreadable,
  /** Of a team's own mailbox: the folder it lay in, and whether it came before the mailbox was connected. */
  mailbox: z.optional(z.object({ folder: MailFolder, history: z.boolean() })),
});
export type IncomingMail = z.infer<typeof IncomingMail> & {
  /** An agent logs it out of a webmail: there is no raw form, and perhaps no Message-ID. No host says so. */
  logged?: { by: Id; at: number; seenIn: SeenIn | null };
};

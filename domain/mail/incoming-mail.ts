import { z } from 'zod';
import { Address } from '../model/address';
import { Id, Millis } from '../model/ids';
import { Attachment, Message } from '../model/message';

/** New ids, made by the host for one thing that came in; which of them are used is for the rule to decide. */
export const IncomingIds = z.object({ conversationId: Id, messageId: Id, contactId: Id, eventId: Id });

/** One mail as the host parsed it, for `receiveMessage`. Everything in it was written by a stranger. */
export const IncomingMail = z.object({
  kind: z.literal('email'),
  ids: IncomingIds,
  channelId: Id,
  receivedAt: Millis,
  rfcMessageId: z.string().max(1000).nullable(),
  /** sha256 in hex of the mail as it came. */
  rawHash: z.string().regex(/^[0-9a-f]{64}$/),
  from: Address,
  to: z.array(Address).max(500),
  cc: z.array(Address).max(500),
  subject: z.string().max(1000),
  /** The Date header. */
  date: Millis.nullable(),
  /** References and In-Reply-To, oldest first. */
  references: z.array(z.string().max(1000)).max(50),
  text: z.string().max(65_536),
  quotedText: z.string().max(65_536),
  html: z.string().max(5_000_000).nullable(),
  attachments: z.array(Attachment).max(300),
  cut: Message.shape.cut,
  automatic: Message.shape.automatic,
  /** What a bounce says about the mail that did not arrive; `permanent` is false for "delayed, still trying". */
  bounceOf: z
    .object({ rfcMessageId: z.string().max(1000).nullable(), recipient: z.string().max(320), text: z.string().max(1000), permanent: z.boolean() })
    .nullable(),
  /** List-*, Precedence or Auto-Submitted say it went to many. */
  bulk: z.boolean(),
  /** A provider's request to confirm forwarding: never spam (VIEW-9). */
  providerConfirmation: z.boolean(),
  /** The mail inside a forwarded one, as far as its wrapper tells (CHN-5). */
  forward: z
    .object({
      from: Address,
      to: z.array(Address).max(500),
      subject: z.string().max(1000),
      text: z.string().max(65_536),
      html: z.string().max(5_000_000).nullable(),
      date: Millis.nullable(),
    })
    .nullable(),
  /** The conversation a verified reply token of ours names. */
  repliesTo: Id.nullable(),
  unreadable: Message.shape.unreadable,
  /** Of a team's own mailbox: the folder it lay in, and whether it came before the mailbox was connected. */
  mailbox: z.object({ folder: z.enum(['inbox', 'sent']), history: z.boolean() }).optional(),
});
export type IncomingMail = z.infer<typeof IncomingMail>;

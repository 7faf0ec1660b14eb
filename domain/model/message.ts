import * as z from 'zod/mini';
import { Address } from './address';
import { Id, Millis, SpaceId } from './ids';

export const Author = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('contact'),
    contactId: z.nullable(Id),
    name: z.string().check(z.maxLength(500)),
    address: z.nullable(z.string().check(z.maxLength(320))),
  }),
  z.object({ kind: z.literal('agent'), agentId: Id }),
  z.object({ kind: z.literal('bot'), name: z.string().check(z.maxLength(200)) }),
  /** Somebody of the team who answered from another program; which of its agents is not known. */
  z.object({ kind: z.literal('team'), name: z.string().check(z.maxLength(500)), address: z.string().check(z.maxLength(320)) }),
  z.object({ kind: z.literal('system') }),
]);
export type Author = z.infer<typeof Author>;

/** A file of a message. `hash` is the sha256 in hex of its bytes; `null` where it was not stored, with the reason. */
export const Attachment = z.object({
  id: Id,
  name: z.string().check(z.maxLength(300)),
  type: z.string().check(z.maxLength(200)),
  /** Bytes. */
  size: z.int().check(z.nonnegative()),
  hash: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Content-ID without brackets, for images shown in place. */
  contentId: z.nullable(z.string().check(z.maxLength(500))),
  inline: z.boolean(),
  notStored: z.nullable(z.enum(['too-large', 'too-many', 'unreadable'])),
});
export type Attachment = z.infer<typeof Attachment>;

/** Room to name each of the most recipients a mail may have, with the server's words about them (`notTakenLine`). */
export const mostDeliveryText = 240_000;

/** Where an outbound message stands (RPL, "Mail out"). `text` is the mail server's own words. */
export const Delivery = z.object({
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'unknown']),
  at: Millis,
  text: z.string().check(z.maxLength(mostDeliveryText)),
});
export type Delivery = z.infer<typeof Delivery>;

/** A line the rules write into the thread. */
export const ThreadEvent = z.object({
  code: z.enum([
    'restored-by-answer',
    'reopened-by-answer',
    'ticket-still-closed',
    'bounce-received',
    'auto-reply-received',
    /** Automatic assignment gave it to `agentId` and says why (RTE-1, RTE-3); `name` is the channel. */
    'assigned-in-turn',
    'assigned-fewest-open',
    'assigned-contact-owner',
    /** … or to nobody, and why; `agentId` is the contact's owner it would have been for. */
    'unassigned-nobody-left',
    'unassigned-nobody-available',
    'unassigned-at-limit',
    'unassigned-no-owner',
    'unassigned-owner-away',
    'unassigned-owner-at-limit',
    /** No ticket by itself: the contact `name` has `limit` of them (CHN-12). */
    'no-ticket-at-limit',
    /** What an agent did, who is the line's author (THR-20); `agentId` is whom it was given to or taken from. */
    'assigned',
    'unassigned',
    /** Nobody's any more, because `agentId` is in the inbox no longer. */
    'owner-left',
    'closed',
    'reopened',
    /** Its ticket `name`, `number`. A stage closes a ticket, or opens it again, with what conversations go along. */
    'ticket-made',
    'ticket-joined',
    'ticket-stage',
    'snoozed',
    'snooze-ended',
    /** Its time had come; by nobody. */
    'snooze-over',
    'trashed',
    'restored',
    'marked-spam',
    'sender-blocked',
    'not-spam',
    /** From `inboxId`, which is named to who is in it alone (D22). */
    'moved',
    /** `name`: with whom the other conversation is (THR-17). */
    'merged',
    'split',
    'contact-attached',
    'contact-detached',
    /** Put in by hand out of a webmail (D21). */
    'logged',
    /** The tag `tagId`, by the name it had then (THR-16). */
    'tagged',
    'untagged',
  ]),
  name: z.string().check(z.maxLength(500)),
  agentId: z.optional(Id),
  inboxId: z.optional(Id),
  tagId: z.optional(Id),
  /** The ticket's. */
  number: z.optional(z.int()),
  /** The stage it was put into; those every inbox begins with have no name of their own. */
  stage: z.optional(z.object({ id: z.string(), name: z.nullable(z.string()) })),
  /** Until when it was snoozed; `null`: until the contact writes. */
  until: z.optional(z.nullable(Millis)),
  /** Open conversations an agent may have, or tickets a contact, where that is why. */
  limit: z.optional(z.int()),
});
export type ThreadEvent = z.infer<typeof ThreadEvent>;

export const CallRecord = z.object({
  number: z.string().check(z.maxLength(50)),
  durationSeconds: z.int().check(z.nonnegative()),
  outcome: z.enum(['answered', 'missed', 'voicemail']),
});
export type CallRecord = z.infer<typeof CallRecord>;

/** What of a mail is left out because there is too much of it. */
export const MailCut = z.object({
  /** The text goes on. */
  text: z.boolean(),
  /** Characters of its HTML, none of which is kept; 0 when it is. */
  html: z.int().check(z.nonnegative()),
  /** Files not even named. */
  files: z.int().check(z.nonnegative()),
  recipients: z.int().check(z.nonnegative()),
});
export type MailCut = z.infer<typeof MailCut>;

/** Where a mail stands in a webmail: whose mailbox, and what its page knows it by there. None of it is a Message-ID. */
export const SeenIn = z.object({
  provider: z.enum(['gmail', 'outlook']),
  account: z.string().check(z.maxLength(320)),
  thread: z.nullable(z.string().check(z.maxLength(500))),
  message: z.nullable(z.string().check(z.maxLength(500))),
});
export type SeenIn = z.infer<typeof SeenIn>;

/** One entry of a thread. Plain text is always here and searchable; HTML is a body of its own (`bodies`), fetched on open. */
export const Message = z.object({
  id: Id,
  space: SpaceId,
  conversationId: Id,
  kind: z.enum(['email', 'chat', 'form', 'call', 'comment', 'event']),
  direction: z.enum(['in', 'out', 'internal']),
  author: Author,
  /** When we received or wrote it, by the host's clock; the thread's order is (receivedAt, id). */
  receivedAt: Millis,
  /** The mail's own Date header, or the client's clock of something done offline; shown only (K9). */
  claimedAt: z.nullable(Millis),
  to: z.array(Address).check(z.maxLength(500)),
  cc: z.array(Address).check(z.maxLength(500)),
  bcc: z.array(Address).check(z.maxLength(500)),
  subject: z.string().check(z.maxLength(1000)),
  /** What the author wrote this time, at most 64 KB (X12). */
  text: z.string().check(z.maxLength(65_536)),
  /** Quoted history, folded on screen, still searchable (THR-12). */
  quotedText: z.string().check(z.maxLength(65_536)),
  /** Length in characters of the HTML body; 0 when there is none. */
  htmlSize: z.int().check(z.nonnegative()),
  attachments: z.array(Attachment).check(z.maxLength(300)),
  /** RFC 5322 Message-ID with brackets, for mail. */
  rfcMessageId: z.nullable(z.string().check(z.maxLength(1000))),
  references: z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(50)),
  delivery: z.nullable(Delivery),
  /** Answers by a machine: neither wake nor answer anything. */
  automatic: z.nullable(z.enum(['bounce', 'auto-reply'])),
  /** The mail was forwarded to us by this person and logged to its original sender (CHN-5). */
  forwardedBy: z.nullable(Address),
  /** Hash of the mail as it came (`.eml`), when kept. */
  rawHash: z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Why the mail could not be read; then `rawHash` is what there is. */
  unreadable: z.nullable(z.enum(['too-large', 'too-many-parts', 'too-deep', 'too-slow', 'crashed'])),
  /** Set where the mail had more than is kept of it; `rawHash` has all of it. */
  cut: z.optional(MailCut),
  /** By a sender who was blocked when it came, in a thread that was there: folded, and nobody is told (D14). */
  blocked: z.optional(z.literal(true)),
  event: z.nullable(ThreadEvent),
  /** Agents named with `@` in a comment (RPL-3). */
  mentions: z.optional(z.array(Id).check(z.maxLength(50))),
  /** What there is to a call (CHN-1). */
  call: z.optional(CallRecord),
  /** Its words and files lie in the host's vault, `HiddenMessage`; by whom and when (THR-11). `gone`: a copy of a workspace, which came without them. */
  hidden: z.optional(z.object({ by: Id, at: Millis, gone: z.optional(z.literal(true)) })),
  /** Conversations it lay in before it was merged or split into this one: a device that has it there takes it out (THR-17). */
  movedFrom: z.optional(z.array(Id)),
  /** It came by an agent's hand, out of a webmail (SUR-5). */
  logged: z.optional(z.object({ by: Id, at: Millis })),
  /** Mailboxes in which agents had it before them, also where it came by itself. */
  seenIn: z.optional(z.array(SeenIn).check(z.maxLength(20))),
});
export type Message = z.infer<typeof Message>;

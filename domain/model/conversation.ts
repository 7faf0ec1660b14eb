import * as z from 'zod/mini';
import { Address } from './address';
import { ChannelKind } from './channel';
import { Id, Millis, SpaceId } from './ids';
import { CallRecord } from './message';

/** Why a conversation lies in Spam; the row says it (VIEW-9). `rule` is the sender rule's pattern or the role address. */
export const SpamReason = z.enum(['marked-by-agent', 'bulk-mail', 'role-address', 'blocked-sender', 'denied-sender']);
export type SpamReason = z.infer<typeof SpamReason>;

const base = {
  id: Id,
  space: SpaceId,
  inboxId: Id,
  channelId: z.nullable(Id),
  /** The kind of channel it *began* in; never changes (D28). */
  channel: ChannelKind,
  subject: z.string().check(z.maxLength(1000)),
  /** First words of the newest message that is not a comment, one line, at most 200 characters. */
  preview: z.string().check(z.maxLength(200)),
  /** That message is hidden (THR-11): `preview` is empty. */
  previewHidden: z.optional(Id),
  /** Newest internal comment, for the row (LIST-2). */
  commentPreview: z.nullable(z.object({ agentId: Id, text: z.string().check(z.maxLength(200)), at: Millis })),

  contactId: z.nullable(Id),
  /** Name of the contact who started it, kept on the row so that the list reads nothing else (LIST-2). */
  contactName: z.string().check(z.maxLength(500)),
  contactAddress: z.nullable(z.string().check(z.maxLength(320))),
  /** A person took the contact off; further mail does not put it back (D17). */
  contactDetached: z.boolean(),
  /** All who took part on the other side, the contact first. */
  participants: z.array(Address).check(z.maxLength(200)),

  ownerId: z.nullable(Id),
  /** Who owned it before the owner was removed or deactivated (VIEW-1, D8). */
  previousOwnerId: z.nullable(Id),
  /** A team alone is not an owner (D9). */
  teamId: z.nullable(Id),
  ticketId: z.nullable(Id),

  startedBy: z.enum(['contact', 'us']),
  createdAt: Millis,
  /** Human inbound only: bounces and auto-replies are not answers (VIEW-8). */
  firstInboundAt: z.nullable(Millis),
  lastInboundAt: z.nullable(Millis),
  lastOutboundAt: z.nullable(Millis),
  lastForwardAt: z.nullable(Millis),
  /** Every row of its thread: comments and event lines too, so that a client can tell whether it holds all of it. */
  messageCount: z.int().check(z.nonnegative()),
  /** Files of its messages; images shown in place are not files. */
  attachmentCount: z.int().check(z.nonnegative()),
  /** By when the team wants to have answered; `null` when nothing is owed. */
  dueAt: z.nullable(Millis),
  /** The newest outbound message that did not arrive, for the row. */
  deliveryProblem: z.nullable(z.object({ messageId: Id, state: z.enum(['failed', 'unknown']), text: z.string().check(z.maxLength(300)) })),

  /** `null` for a conversation no bot took part in (VIEW-5, THR-9). */
  bot: z.nullable(z.object({ name: z.string().check(z.maxLength(200)), handedOverAt: z.nullable(Millis), lastVisitorAt: Millis })),
  spam: z.nullable(z.object({ reason: SpamReason, rule: z.nullable(z.string().check(z.maxLength(320))), at: Millis })),
  trashed: z.nullable(z.object({ at: Millis, by: z.nullable(Id) })),
  /** What became of the call it began with, for the row (CHN-1). */
  call: z.optional(z.pick(CallRecord, { durationSeconds: true, outcome: true })),
  /** Automatic assignment has had its say, or never will, of history: it decides about a conversation once (D13). */
  routed: z.optional(z.literal(true)),
  /** Out of what is in front of the team (THR-15); `until` is `null` where only the contact's word brings it back. Open ones alone, and neither spam. */
  snoozed: z.optional(z.object({ until: z.nullable(Millis), by: Id })),
  /** When its snooze ended by itself, until the contact writes or it is closed: it stands on top then (D25). */
  backAt: z.optional(Millis),
  /** Who is told of what is said in it, whoever owns it (THR-18); absent where nobody is. */
  followers: z.optional(z.array(Id)),
  /** Its tags, in the order they came (THR-16); absent where it has none. */
  tags: z.optional(z.array(Id)),
  /** All its messages lie in that one now, and whatever is said of this one is meant for it (D16): this is the sign that leads there, in no view. */
  mergedInto: z.optional(Id),
};

/** A thread. What the list row shows lies here; nothing on it is read through another row (architecture.md, "The store"). */
export const Conversation = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Millis, closedBy: z.nullable(Id) }),
]);
export type Conversation = z.infer<typeof Conversation>;

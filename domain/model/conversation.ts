import { z } from 'zod';
import { Address } from './address';
import { ChannelKind } from './channel';
import { Id, Millis, SpaceId } from './ids';

/** Why a conversation lies in Spam; the row says it (VIEW-9). `rule` is the sender rule's pattern or the role address. */
export const SpamReason = z.enum(['marked-by-agent', 'bulk-mail', 'role-address', 'blocked-sender', 'denied-sender']);
export type SpamReason = z.infer<typeof SpamReason>;

const base = {
  id: Id,
  space: SpaceId,
  inboxId: Id,
  channelId: Id.nullable(),
  /** The kind of channel it *began* in; never changes (D28). */
  channel: ChannelKind,
  subject: z.string().max(1000),
  /** First words of the newest message that is not a comment, one line, at most 200 characters. */
  preview: z.string().max(200),
  /** Newest internal comment, for the row (LIST-2). */
  commentPreview: z.object({ agentId: Id, text: z.string().max(200), at: Millis }).nullable(),

  contactId: Id.nullable(),
  /** Name of the contact who started it, kept on the row so that the list reads nothing else (LIST-2). */
  contactName: z.string().max(500),
  contactAddress: z.string().max(320).nullable(),
  /** A person took the contact off; further mail does not put it back (D17). */
  contactDetached: z.boolean(),
  /** All who took part on the other side, the contact first. */
  participants: z.array(Address).max(200),

  ownerId: Id.nullable(),
  /** Who owned it before the owner was removed or deactivated (VIEW-1, D8). */
  previousOwnerId: Id.nullable(),
  /** A team alone is not an owner (D9). */
  teamId: Id.nullable(),
  ticketId: Id.nullable(),

  startedBy: z.enum(['contact', 'us']),
  createdAt: Millis,
  /** Human inbound only: bounces and auto-replies are not answers (VIEW-8). */
  firstInboundAt: Millis.nullable(),
  lastInboundAt: Millis.nullable(),
  lastOutboundAt: Millis.nullable(),
  lastForwardAt: Millis.nullable(),
  /** Every row of its thread: comments and event lines too, so that a client can tell whether it holds all of it. */
  messageCount: z.int().nonnegative(),
  /** Files of its messages; images shown in place are not files. */
  attachmentCount: z.int().nonnegative(),
  /** By when the team wants to have answered; `null` when nothing is owed. */
  dueAt: Millis.nullable(),
  /** The newest outbound message that did not arrive, for the row. */
  deliveryProblem: z.object({ messageId: Id, state: z.enum(['failed', 'unknown']), text: z.string().max(300) }).nullable(),

  /** `null` for a conversation no bot took part in (VIEW-5, THR-9). */
  bot: z.object({ name: z.string().max(200), handedOverAt: Millis.nullable(), lastVisitorAt: Millis }).nullable(),
  spam: z.object({ reason: SpamReason, rule: z.string().max(320).nullable(), at: Millis }).nullable(),
  trashed: z.object({ at: Millis, by: Id.nullable() }).nullable(),
  /** Automatic assignment has had its say, or never will, of history: it decides about a conversation once (D13). */
  routed: z.literal(true).optional(),
};

/** A thread. What the list row shows lies here; nothing on it is read through another row (architecture.md, "The store"). */
export const Conversation = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Millis, closedBy: Id.nullable() }),
]);
export type Conversation = z.infer<typeof Conversation>;

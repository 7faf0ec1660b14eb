import * as z from 'zod/mini';
import { Address } from './address';
import { Id, Millis } from './ids';

/**
 * The intent to send one mail (architecture.md, "Sync"): written by `sendReply`, performed by the host after commit, at most once.
 * Host only. Its key is the mutation's uuid; its Message-ID is fixed when it is written.
 */
export const OutboundMail = z.object({
  id: Id,
  inboxId: Id,
  channelId: Id,
  conversationId: Id,
  messageId: Id,
  rfcMessageId: z.string().check(z.maxLength(1000)),
  from: Address,
  recipients: z.array(z.string().check(z.maxLength(320))).check(z.minLength(1), z.maxLength(300)),
  queuedAt: Millis,
});
export type OutboundMail = z.infer<typeof OutboundMail>;

/** HTML of a message. A cache on clients (fetched on open), the truth on the hub. Keyed by the message's id. */
export const Body = z.object({ id: Id, conversationId: Id, html: z.string().check(z.maxLength(5_000_000)) });
export type Body = z.infer<typeof Body>;

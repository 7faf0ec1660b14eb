import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';

/**
 * How far one agent has read one conversation, in their own space (K1, THR-21). There is none of a conversation they never looked at: at a hundred
 * thousand conversations a mark is where somebody was.
 */
export const ReadMark = z.object({
  /** `readMarkId`: the same on every device, so that a list finds those of its rows by their ids. */
  id: Id,
  space: SpaceId,
  conversationId: Id,
  /** `receivedAt` of the newest message they have seen, 0 where they have seen none: a host's time compared with a host's times, no clock. */
  seenAt: Millis,
  /** Marked unread by hand, until they look again. */
  unread: z.optional(z.literal(true)),
});
export type ReadMark = z.infer<typeof ReadMark>;

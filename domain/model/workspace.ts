import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

export const TicketLimit = z.int().check(z.minimum(1), z.maximum(100_000));

/** One account: its agents, inboxes and records. Lies in its own workspace space. */
export const Workspace = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** How many tickets a contact may have; absent until somebody sets it (CHN-12). */
  ticketLimit: z.optional(TicketLimit),
});
export type Workspace = z.infer<typeof Workspace>;

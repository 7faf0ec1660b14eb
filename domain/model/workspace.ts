import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';
import { Tag } from './tag';

/** Tags of one workspace, those that went into others among them. */
export const mostTags = 1000;

export const TicketLimit = z.int().check(z.minimum(1), z.maximum(100_000));

/** One account: its agents, inboxes and records. Lies in its own workspace space. */
export const Workspace = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** How many tickets a contact may have; absent until somebody sets it (CHN-12). */
  ticketLimit: z.optional(TicketLimit),
  /** What its conversations are tagged with (THR-16); absent where nobody made one. */
  tags: z.optional(z.array(Tag).check(z.maxLength(mostTags))),
});
export type Workspace = z.infer<typeof Workspace>;

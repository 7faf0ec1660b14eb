import { z } from 'zod';
import { Id, Millis, SpaceId } from './ids';

const base = {
  id: Id,
  space: SpaceId,
  inboxId: Id,
  /** Shown as `T-4821`. */
  number: z.int().positive(),
  name: z.string().min(1).max(500),
  stage: z.string().min(1).max(100),
  ownerId: Id.nullable(),
  contactId: Id.nullable(),
  createdAt: Millis,
  /** Set while its conversation lies in trash: the ticket goes along, hidden (D5). */
  trashedAt: Millis.nullable(),
};

/** A ticket of an inbox (D24). Closed ones know since when and by whom. */
export const Ticket = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Millis, closedBy: Id.nullable() }),
]);
export type Ticket = z.infer<typeof Ticket>;

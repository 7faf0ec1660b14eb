import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';

const base = {
  id: Id,
  space: SpaceId,
  inboxId: Id,
  /** Shown as `T-4821`. */
  number: z.int().check(z.positive()),
  name: z.string().check(z.minLength(1), z.maxLength(500)),
  stage: z.string().check(z.minLength(1), z.maxLength(100)),
  ownerId: z.nullable(Id),
  contactId: z.nullable(Id),
  createdAt: Millis,
  /** Set while its conversation lies in trash: the ticket goes along, hidden (D5). */
  trashedAt: z.nullable(Millis),
};

/** A ticket of an inbox (D24). Closed ones know since when and by whom. */
export const Ticket = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  z.object({ ...base, status: z.literal('closed'), closedAt: Millis, closedBy: z.nullable(Id) }),
]);
export type Ticket = z.infer<typeof Ticket>;

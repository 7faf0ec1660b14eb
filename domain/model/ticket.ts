import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';
import { StageId } from './stage';

export const TicketPriority = z.enum(['low', 'medium', 'high', 'urgent']);
export type TicketPriority = z.infer<typeof TicketPriority>;

const base = {
  id: Id,
  space: SpaceId,
  inboxId: Id,
  /** Shown as `T-4821`. */
  number: z.int().check(z.positive()),
  name: z.string().check(z.minLength(1), z.maxLength(500)),
  /** A stage of its inbox; which one it means now says `stageOf`, for stages come and go. */
  stage: StageId,
  /** What it is about, in our own words. These three are absent while nobody has set them. */
  description: z.optional(z.string().check(z.minLength(1), z.maxLength(20_000))),
  priority: z.optional(TicketPriority),
  category: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
  ownerId: z.nullable(Id),
  contactId: z.nullable(Id),
  createdAt: Millis,
  /** Set while its conversation lies in trash: the ticket goes along, hidden (D5). */
  trashedAt: z.nullable(Millis),
  /** Its last conversation was merged into one that is on that ticket (D16). */
  mergedInto: z.optional(Id),
};

/** A ticket of an inbox (D24). Closed ones know since when and by whom. */
export const Ticket = z.discriminatedUnion('status', [
  z.object({ ...base, status: z.literal('open') }),
  /** `openStage`: where it stood when it was closed, and stands again when it is reopened. */
  z.object({ ...base, status: z.literal('closed'), closedAt: Millis, closedBy: z.nullable(Id), openStage: z.optional(StageId) }),
]);
export type Ticket = z.infer<typeof Ticket>;

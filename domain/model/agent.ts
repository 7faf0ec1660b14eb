import * as z from 'zod/mini';
import { Id, Millis, SpaceId } from './ids';
import { WorkingHours } from './working-hours';

/** Whether somebody takes new work, and since when by the host's clock: a change by hand holds until working hours next begin or end. */
export const Availability = z.object({ state: z.enum(['available', 'away']), since: Millis });
export type Availability = z.infer<typeof Availability>;

/** Addresses of one's own beside the one that signs in. */
export const mostAliases = 20;

/** A signed-in team member. `accountAccess` may edit inboxes and channels (INB-4); `superAdmin` implies it. */
export const Agent = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  email: z.string().check(z.maxLength(320)),
  /** More addresses they say are theirs; nobody has proved it (CHN-4). */
  aliases: z.optional(z.array(z.string().check(z.maxLength(320))).check(z.maxLength(mostAliases))),
  accountAccess: z.boolean(),
  superAdmin: z.boolean(),
  active: z.boolean(),
  /** Absent while they have never said: available (AVL-1). */
  availability: z.optional(Availability),
  /** Absent while they have never said when they work. */
  workingHours: z.optional(WorkingHours),
});
export type Agent = z.infer<typeof Agent>;

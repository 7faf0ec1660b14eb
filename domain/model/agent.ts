import { z } from 'zod';
import { Id, SpaceId } from './ids';

/** A signed-in team member. `accountAccess` may edit inboxes and channels (INB-4); `superAdmin` implies it. */
export const Agent = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().min(1).max(200),
  email: z.string().max(320),
  accountAccess: z.boolean(),
  superAdmin: z.boolean(),
  active: z.boolean(),
});
export type Agent = z.infer<typeof Agent>;

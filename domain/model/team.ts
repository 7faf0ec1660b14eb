import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

/**
 * Agents under a name, to be let into inboxes together (INB-2). Lies in the workspace's space. Who is in an inbox stands in its `members` and
 * nowhere else: what a team brings about there is written there (`settleMembers`).
 */
export const Team = z.object({
  id: Id,
  space: SpaceId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  agentIds: z.array(Id).check(z.maxLength(500)),
  inboxIds: z.array(Id).check(z.maxLength(500)),
});
export type Team = z.infer<typeof Team>;

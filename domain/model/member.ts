import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

/** An agent's membership of an inbox. The hub derives an agent's spaces from these rows and nothing else (INB-6). */
export const Member = z.object({
  id: Id,
  space: SpaceId,
  inboxId: Id,
  agentId: Id,
  /** In it only through a team of theirs: it goes with the team. Absent: let in by name. */
  byTeam: z.optional(z.literal(true)),
  /** Its agent is deactivated: it lets them in nowhere, and waits for them to come back. */
  inactive: z.optional(z.literal(true)),
});
export type Member = z.infer<typeof Member>;

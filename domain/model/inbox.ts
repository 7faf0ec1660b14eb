import { z } from 'zod';
import { Id, Millis, SpaceId } from './ids';

/** When mail from a role-based address (info@, salg@ …) is spam (VIEW-9, D10). */
export const RoleAddressRule = z.enum(['first-contact-only', 'always', 'off']);

export const Inbox = z.object({
  id: Id,
  space: SpaceId,
  workspaceId: Id,
  name: z.string().min(1).max(200),
  roleAddressRule: RoleAddressRule,
  /** Local parts this inbox adds to the built-in list per language, e.g. `bestilling`. */
  extraRoleAddresses: z.array(z.string().max(64)).max(200),
  /** The team's goal for a first answer; a conversation's `dueAt` comes from it. `null`: no goal. */
  answerWithinMinutes: z.int().positive().nullable(),
  createdAt: Millis,
});
export type Inbox = z.infer<typeof Inbox>;

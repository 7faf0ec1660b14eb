import * as z from 'zod/mini';
import { CustomViews } from './custom-view';
import { Id, Millis, SpaceId } from './ids';
import { Stage } from './stage';

/** When mail from a role-based address (info@, salg@ …) is spam (VIEW-9, D10). */
export const RoleAddressRule = z.enum(['first-contact-only', 'always', 'off']);

export const Inbox = z.object({
  id: Id,
  space: SpaceId,
  workspaceId: Id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  roleAddressRule: RoleAddressRule,
  /** Local parts this inbox adds to the built-in list per language, e.g. `bestilling`. */
  extraRoleAddresses: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(200)),
  /** The team's goal for a first answer; a conversation's `dueAt` comes from it. `null`: no goal. */
  answerWithinMinutes: z.nullable(z.int().check(z.positive())),
  /** The pipeline of its tickets, in order, once somebody has changed it; until then `defaultStages` (TKT-8). */
  stages: z.optional(z.array(Stage).check(z.maxLength(200))),
  /** Views for everybody who is in it (VIEW-13); absent where nobody made one. */
  views: z.optional(CustomViews),
  createdAt: Millis,
});
export type Inbox = z.infer<typeof Inbox>;

import * as z from 'zod/mini';
import { Id, SpaceId } from './ids';

/** One account: its agents, inboxes and records. Lies in its own workspace space. */
export const Workspace = z.object({ id: Id, space: SpaceId, name: z.string().check(z.minLength(1), z.maxLength(200)) });
export type Workspace = z.infer<typeof Workspace>;

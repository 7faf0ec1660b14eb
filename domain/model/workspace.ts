import { z } from 'zod';
import { Id, SpaceId } from './ids';

/** One account: its agents, inboxes and records. Lies in its own workspace space. */
export const Workspace = z.object({ id: Id, space: SpaceId, name: z.string().min(1).max(200) });
export type Workspace = z.infer<typeof Workspace>;

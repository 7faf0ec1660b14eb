import { z } from 'zod';
import { Id, Millis } from './ids';

/** A one-time link into the workspace (S10): stored hashed, used once, at most 72 h old. Host only. */
export const Invitation = z.object({
  id: Id,
  workspaceId: Id,
  /** sha256 in hex of the token in the link. */
  tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The agent it signs in, or `null`: whoever accepts becomes a new agent. */
  agentId: Id.nullable(),
  inboxIds: z.array(Id).max(100),
  accountAccess: z.boolean(),
  createdAt: Millis,
  expiresAt: Millis,
  usedAt: Millis.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

import * as z from 'zod/mini';
import { Agent } from './agent';
import { Id, Millis } from './ids';

/** A one-time link into the workspace (S10): stored hashed, used once, at most 72 h old. Host only. */
export const Invitation = z.object({
  id: Id,
  workspaceId: Id,
  /** sha256 in hex of the token in the link. */
  tokenHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** The agent it signs in, or `null`: whoever accepts becomes a new agent. */
  agentId: z.nullable(Id),
  /** Whom it is meant for, as far as its maker said: what the form of somebody new begins with. */
  name: z.union([Agent.shape.name, z.literal('')]),
  email: Agent.shape.email,
  inboxIds: z.array(Id).check(z.maxLength(100)),
  accountAccess: z.boolean(),
  createdAt: Millis,
  expiresAt: Millis,
  usedAt: z.nullable(Millis),
});
export type Invitation = z.infer<typeof Invitation>;

/** One that may still be used, as those who may withdraw it see it. */
export const OpenInvitation = z.pick(Invitation, { id: true, agentId: true, name: true, email: true, inboxIds: true, expiresAt: true });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

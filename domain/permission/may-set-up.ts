import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { type Id, workspaceSpace } from '../model/ids';
import { hasAccountAccess } from './has-account-access';

/** The host, and agents with account access, may set up a workspace's inboxes, channels and people (INB-4). */
export async function maySetUp(actor: Actor, workspaceId: Id, tx: Tx): Promise<Refusal | undefined> {
  if (!(await tx.workspaces.find(workspaceId))) return refuse('not-found');
  if (actor.kind === 'system') return actor.workspaceId === workspaceId ? undefined : refuse('not-found');
  const agent = await tx.agents.find(actor.agentId);
  if (!agent || agent.space !== workspaceSpace(workspaceId)) return refuse('not-found');
  return hasAccountAccess(agent) ? undefined : refuse('not-allowed');
}

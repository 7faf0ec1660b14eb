import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { type Id, workspaceSpace } from '../model/ids';

/** What an agent may do here, and whether at all, is for super administrators of their workspace to say, and for the host (INB-4). */
export async function mayRuleAgents(actor: Actor, agentId: Id, tx: Tx): Promise<Refusal | undefined> {
  const agent = await tx.agents.find(agentId);
  if (actor.kind === 'system') return agent?.space === workspaceSpace(actor.workspaceId) ? undefined : refuse('not-found');
  const self = await tx.agents.find(actor.agentId);
  if (!self || self.space !== agent?.space) return refuse('not-found');
  return self.superAdmin ? undefined : refuse('not-allowed');
}

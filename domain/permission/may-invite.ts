import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { maySetUp } from './may-set-up';

/**
 * Who may make or withdraw a link into the workspace (S10). For somebody new (`agentId` null): account access (INB-4). A link for an agent
 * who exists opens that agent's inboxes to whoever holds it, also those the maker is not in (INB-6): for super administrators and the host.
 */
export async function mayInvite(
  actor: Actor,
  { workspaceId, agentId }: { workspaceId: Id; agentId: Id | null },
  tx: Tx,
): Promise<Refusal | undefined> {
  const refused = await maySetUp(actor, workspaceId, tx);
  if (refused || agentId === null || actor.kind === 'system') return refused;
  return (await tx.agents.get(actor.agentId)).superAdmin ? undefined : refuse('not-allowed');
}

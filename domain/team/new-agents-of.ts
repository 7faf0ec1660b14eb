import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import type { Team } from '../model/team';

/** Who is to be in a team, each once: active agents of its workspace, and who was in it before. */
export async function newAgentsOf(tx: Tx, team: Team, agentIds: readonly Id[]): Promise<{ agentIds: Id[] } | Refusal> {
  const once = [...new Set(agentIds)];
  for (const agentId of once) {
    const agent = await tx.agents.find(agentId);
    if (agent?.space !== team.space || (!agent.active && !team.agentIds.includes(agentId))) return refuse('not-found');
  }
  return { agentIds: once };
}

import type { Agent } from '../model/agent';
import type { Id } from '../model/ids';
import type { Routing } from '../model/routing';
import type { Team } from '../model/team';

/** Who a routing names, by name and by team, each once and in the order of turns: only those who are still here and in the inbox. */
export function whoMayGet(
  { agentIds, teamIds }: Pick<Routing, 'agentIds' | 'teamIds'>,
  here: { teams: readonly Team[]; members: readonly { agentId: Id }[]; agents: readonly Agent[] },
): Agent[] {
  const named = new Set([...agentIds, ...here.teams.flatMap((team) => (teamIds.includes(team.id) ? team.agentIds : []))]);
  const inside = new Set(here.members.map(({ agentId }) => agentId));
  return here.agents.filter(({ id, active }) => active && named.has(id) && inside.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

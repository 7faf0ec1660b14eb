import type { Agent } from '../model/agent';
import { agentSpace, inboxSpace, type SpaceId } from '../model/ids';
import type { Member } from '../model/member';

/** The spaces an agent is in: their workspace, their own, each inbox they are a member of (INB-6). One who was deactivated is in none. */
export function spacesOfAgent(agent: Agent, memberships: readonly Member[]): SpaceId[] {
  if (!agent.active) return [];
  const own = memberships.filter((member) => member.agentId === agent.id).map((member) => inboxSpace(member.inboxId));
  return [agent.space, agentSpace(agent.id), ...new Set(own)];
}

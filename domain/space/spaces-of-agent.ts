import type { Agent } from '../model/agent';
import { agentSpace, idOfSpace, inboxSpace, ownersSpace, type SpaceId } from '../model/ids';
import type { Member } from '../model/member';
import { hasAccountAccess } from '../permission/has-account-access';

/** The spaces an agent is in: their workspace, its account owners' if they are one, their own, each inbox they are a member of (INB-6). One who was deactivated is in none. */
export function spacesOfAgent(agent: Agent, memberships: readonly Member[]): SpaceId[] {
  if (!agent.active) return [];
  const own = memberships.filter((member) => member.agentId === agent.id).map((member) => inboxSpace(member.inboxId));
  const owners = hasAccountAccess(agent) ? [ownersSpace(idOfSpace(agent.space))] : [];
  return [agent.space, ...owners, agentSpace(agent.id), ...new Set(own)];
}

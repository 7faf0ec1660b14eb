import type { Id } from '../model/ids';
import type { Team } from '../model/team';

/** Whether one of these teams lets an agent into an inbox (INB-2). */
export const isInByTeam = (teams: readonly Team[], inboxId: Id, agentId: Id): boolean =>
  teams.some((team) => team.inboxIds.includes(inboxId) && team.agentIds.includes(agentId));

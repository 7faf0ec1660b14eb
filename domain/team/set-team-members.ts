import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { Team } from '../model/team';
import { maySetUpTeam } from '../permission/may-set-up-team';
import { newAgentsOf } from './new-agents-of';
import { settleMembers } from './settle-members';

/** Says who is in a team. They join and leave the inboxes it is in with it (INB-2, INB-6). */
export const setTeamMembers = defineMutation({
  name: 'setTeamMembers',
  args: z.object({ teamId: Id, agentIds: Team.shape.agentIds, memberIds: z.array(Id).check(z.maxLength(5000)) }),
  actor: 'any',
  may: (actor, { teamId }, tx) => maySetUpTeam(actor, teamId, tx),
  async run(tx, { teamId, agentIds, memberIds }) {
    const team = await tx.teams.get(teamId);
    const chosen = await newAgentsOf(tx, team, agentIds);
    if ('refused' in chosen) return chosen;
    tx.teams.put({ ...team, agentIds: chosen.agentIds });
    return settleMembers(tx, { inboxIds: team.inboxIds, agentIds: [...team.agentIds, ...chosen.agentIds], memberIds });
  },
});

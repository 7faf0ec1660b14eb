import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id, workspaceSpace } from '../model/ids';
import { Team } from '../model/team';
import { maySetUp } from '../permission/may-set-up';
import { newAgentsOf } from './new-agents-of';

/** Gives some agents a name in common (INB-2). It is in no inbox yet. */
export const createTeam = defineMutation({
  name: 'createTeam',
  args: z.object({ teamId: Id, workspaceId: Id, name: Team.shape.name, agentIds: Team.shape.agentIds }),
  actor: 'any',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { teamId, workspaceId, name, agentIds }) {
    if (await tx.teams.find(teamId)) return;
    const team = { id: teamId, space: workspaceSpace(workspaceId), name, agentIds: [], inboxIds: [] };
    const chosen = await newAgentsOf(tx, team, agentIds);
    if ('refused' in chosen) return chosen;
    tx.teams.put({ ...team, agentIds: chosen.agentIds });
  },
});

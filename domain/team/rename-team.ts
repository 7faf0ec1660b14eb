import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, idOfSpace } from '../model/ids';
import { Team } from '../model/team';
import { maySetUp } from '../permission/may-set-up';

/** Calls a team something else. Who is where stays as it is. */
export const renameTeam = defineMutation({
  name: 'renameTeam',
  args: z.object({ teamId: Id, name: Team.shape.name }),
  actor: 'any',
  async may(actor, { teamId }, tx) {
    const team = await tx.teams.find(teamId);
    return team ? maySetUp(actor, idOfSpace(team.space), tx) : refuse('not-found');
  },
  async run(tx, { teamId, name }) {
    tx.teams.put({ ...(await tx.teams.get(teamId)), name });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id, inboxSpace } from '../model/ids';
import { maySetUpTeam } from '../permission/may-set-up-team';
import { dropFromRouting } from '../routing/drop-from-routing';
import { settleMembers } from './settle-members';

/** Ends a team. Who was in an inbox through it alone leaves that inbox; the agents themselves stay. */
export const deleteTeam = defineMutation({
  name: 'deleteTeam',
  args: z.object({ teamId: Id }),
  actor: 'any',
  may: (actor, { teamId }, tx) => maySetUpTeam(actor, teamId, tx),
  async run(tx, { teamId }) {
    const { inboxIds, agentIds } = await tx.teams.get(teamId);
    tx.teams.delete(teamId);
    for (const inboxId of inboxIds) await dropFromRouting(tx, inboxSpace(inboxId), teamId);
    return settleMembers(tx, { inboxIds, agentIds, memberIds: [] });
  },
});

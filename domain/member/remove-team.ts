import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, inboxSpace } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { dropFromRouting } from '../routing/drop-from-routing';
import { settleMembers } from '../team/settle-members';

/** Takes a team out of an inbox: who was in it through this team alone leaves. */
export const removeTeam = defineMutation({
  name: 'removeTeam',
  args: z.object({ inboxId: Id, teamId: Id }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, teamId }) {
    const team = await tx.teams.find(teamId);
    if (!team?.inboxIds.includes(inboxId)) return refuse('not-found');
    tx.teams.put({ ...team, inboxIds: team.inboxIds.filter((each) => each !== inboxId) });
    await dropFromRouting(tx, inboxSpace(inboxId), teamId);
    return settleMembers(tx, { inboxIds: [inboxId], agentIds: team.agentIds, memberIds: [] });
  },
});

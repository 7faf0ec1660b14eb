import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { settleMembers } from '../team/settle-members';

/** Lets a team into an inbox: its agents are members from then on, and who joins the team later too (INB-2). */
export const addTeam = defineMutation({
  name: 'addTeam',
  args: z.object({ inboxId: Id, teamId: Id, memberIds: z.array(Id).check(z.maxLength(5000)) }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, teamId, memberIds }) {
    const { workspaceId } = await tx.inboxes.get(inboxId);
    const team = await tx.teams.find(teamId);
    if (team?.space !== workspaceSpace(workspaceId)) return refuse('not-found');
    if (team.inboxIds.includes(inboxId)) return undefined;
    tx.teams.put({ ...team, inboxIds: [...team.inboxIds, inboxId] });
    return settleMembers(tx, { inboxIds: [inboxId], agentIds: team.agentIds, memberIds });
  },
});

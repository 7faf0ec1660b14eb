import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { isInByTeam } from '../team/is-in-by-team';
import { leaveInbox } from './leave-inbox';

/** Takes an agent out of an inbox. Who is in it through a team as well stays by it; who is in it by that alone leaves with the team. */
export const removeMember = defineMutation({
  name: 'removeMember',
  args: z.object({ inboxId: Id, agentId: Id }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { inboxId, agentId }) {
    const inbox = await tx.inboxes.get(inboxId);
    const member = (await tx.query('membersOfInbox', { space: inbox.space })).find((each) => each.agentId === agentId);
    if (!member) return refuse('not-a-member', { agentId });
    if (member.byTeam) return refuse('in-by-team', { agentId });
    const teams = await tx.query('teamsOfWorkspace', { space: workspaceSpace(inbox.workspaceId) });
    if (!isInByTeam(teams, inboxId, agentId)) return leaveInbox(tx, member);
    tx.members.put({ ...member, byTeam: true });
    return undefined;
  },
});

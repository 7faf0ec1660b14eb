import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';

/** Lets an agent of the workspace into an inbox (INB-2). Who is in already stays. */
export const addMember = defineMutation({
  name: 'addMember',
  args: z.object({ memberId: Id, inboxId: Id, agentId: Id }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { memberId, inboxId, agentId }) {
    const inbox = await tx.inboxes.get(inboxId);
    const agent = await tx.agents.find(agentId);
    if (!agent?.active || agent.space !== workspaceSpace(inbox.workspaceId)) return refuse('not-found');
    const member = (await tx.query('membersOfInbox', { space: inbox.space })).find((each) => each.agentId === agentId);
    // By name from now on: a team that goes does not take them along.
    if (member?.byTeam) tx.members.put({ id: member.id, space: member.space, inboxId, agentId });
    if (member) return;
    // An id that is somebody's membership already would take it from them.
    if (await tx.members.find(memberId)) return refuse('bad-arguments', { where: 'memberId' });
    tx.members.put({ id: memberId, space: inbox.space, inboxId, agentId });
  },
});

import { z } from 'zod';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { isMember } from '../permission/is-member';
import { maySetUpInbox } from '../permission/may-set-up-inbox';

/** Lets an agent of the workspace into an inbox (INB-2). Who is in already stays as they are. */
export const addMember = defineMutation({
  name: 'addMember',
  args: z.object({ memberId: Id, inboxId: Id, agentId: Id }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { memberId, inboxId, agentId }) {
    const inbox = await tx.inboxes.get(inboxId);
    const agent = await tx.agents.find(agentId);
    if (!agent?.active || agent.space !== workspaceSpace(inbox.workspaceId)) return refuse('not-found');
    if (await isMember(tx, inbox.space, agentId)) return;
    // An id that is somebody's membership already would take it from them.
    if (await tx.members.find(memberId)) return refuse('bad-arguments', { where: 'memberId' });
    tx.members.put({ id: memberId, space: inbox.space, inboxId, agentId });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, inboxSpace, workspaceSpace } from '../model/ids';
import { Inbox } from '../model/inbox';
import { maySetUp } from '../permission/may-set-up';

/** Sets an inbox up with its first members (INB-2). Who makes it sees it only as a member, like everybody (INB-6). */
export const createInbox = defineMutation({
  name: 'createInbox',
  args: z.object({
    inboxId: Id,
    workspaceId: Id,
    name: Inbox.shape.name,
    roleAddressRule: Inbox.shape.roleAddressRule,
    extraRoleAddresses: Inbox.shape.extraRoleAddresses,
    answerWithinMinutes: Inbox.shape.answerWithinMinutes,
    members: z.array(z.object({ memberId: Id, agentId: Id })).check(z.maxLength(500)),
  }),
  actor: 'any',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { inboxId, members, ...inbox }, { at }) {
    if (await tx.inboxes.find(inboxId)) return;
    const space = inboxSpace(inboxId);
    tx.inboxes.put({ ...inbox, id: inboxId, space, createdAt: at });
    const once = new Map(members.map((member) => [member.agentId, member]));
    for (const { memberId, agentId } of once.values()) {
      const agent = await tx.agents.find(agentId);
      if (!agent?.active || agent.space !== workspaceSpace(inbox.workspaceId)) return refuse('not-found');
      if (await tx.members.find(memberId)) return refuse('bad-arguments', { where: 'members' });
      tx.members.put({ id: memberId, space, inboxId, agentId });
    }
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Agent } from '../model/agent';
import { Id, inboxSpace, workspaceSpace } from '../model/ids';
import { Invitation } from '../model/invitation';
import { isMember } from '../permission/is-member';
import { isAddressTaken } from '../workspace/is-address-taken';

/**
 * Uses an invitation up, once and before it ends (S10). It makes the agent `agentId`, or lets in the one it was made for, whose name and
 * address then stay; either becomes a member of its inboxes. `memberIds` holds an id for each of them.
 */
export const acceptInvitation = defineMutation({
  name: 'acceptInvitation',
  args: z.object({
    tokenHash: Invitation.shape.tokenHash,
    agentId: Id,
    name: Agent.shape.name,
    email: Agent.shape.email.check(z.refine(isSendableAddress)),
    memberIds: z.array(Id).check(z.maxLength(100)),
  }),
  actor: 'system',
  async may(actor, { tokenHash, memberIds }, tx) {
    const [invitation] = await tx.query('invitationsByTokenHash', { tokenHash });
    if (!invitation || actor.kind !== 'system' || actor.workspaceId !== invitation.workspaceId) return refuse('not-found');
    return memberIds.length < invitation.inboxIds.length ? refuse('bad-arguments', { where: 'memberIds' }) : undefined;
  },
  async run(tx, { tokenHash, agentId, name, email, memberIds }, { at }) {
    const [invitation] = await tx.query('invitationsByTokenHash', { tokenHash });
    if (!invitation) return refuse('not-found');
    if (invitation.usedAt !== null) return refuse('invitation-used');
    if (at >= invitation.expiresAt) return refuse('invitation-expired');
    const { workspaceId, accountAccess } = invitation;
    tx.invitations.put({ ...invitation, usedAt: at });

    const existing = invitation.agentId === null ? undefined : await tx.agents.find(invitation.agentId);
    if (invitation.agentId !== null && !existing) return refuse('not-found');
    if (existing?.active === false) return refuse('agent-inactive', { name: existing.name });
    if (!existing) {
      if ((await tx.agents.find(agentId)) || (await isAddressTaken(tx, workspaceId, email))) return refuse('address-taken', { address: email });
      tx.agents.put({
        id: agentId,
        space: workspaceSpace(workspaceId),
        name,
        email: foldAddress(email),
        accountAccess,
        superAdmin: false,
        active: true,
      });
    }
    const member = existing?.id ?? agentId;
    for (const [n, inboxId] of invitation.inboxIds.entries()) {
      const space = inboxSpace(inboxId);
      const id = memberIds[n];
      if (id && (await tx.inboxes.find(inboxId)) && !(await isMember(tx, space, member))) tx.members.put({ id, space, inboxId, agentId: member });
    }
  },
});

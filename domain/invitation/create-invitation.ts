import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { Invitation } from '../model/invitation';
import { mayInvite } from '../permission/may-invite';
import { maySetUpInbox } from '../permission/may-set-up-inbox';

const lifetime = 72 * 3_600_000;

/**
 * A one-time link into the workspace, good for 72 hours, known to us by its hash alone (S10). An agent invites new people into inboxes they are
 * in themselves; for an agent who exists it is the way back when the password is forgotten.
 */
export const createInvitation = defineMutation({
  name: 'createInvitation',
  args: z.object({
    invitationId: Id,
    workspaceId: Id,
    tokenHash: Invitation.shape.tokenHash,
    agentId: z.nullable(Id),
    name: Invitation.shape.name,
    email: Invitation.shape.email,
    inboxIds: z.array(Id).check(z.maxLength(100)),
    accountAccess: z.boolean(),
  }),
  actor: 'any',
  async may(actor, { workspaceId, inboxIds, agentId }, tx) {
    const refused = await mayInvite(actor, { workspaceId, agentId }, tx);
    if (refused) return refused;
    for (const inboxId of inboxIds) {
      const inbox = await tx.inboxes.find(inboxId);
      const hidden = inbox?.workspaceId === workspaceId ? await maySetUpInbox(actor, inboxId, tx) : refuse('not-found');
      if (hidden) return hidden;
    }
    return undefined;
  },
  async run(tx, { invitationId, ...invitation }, { at }) {
    if (invitation.agentId !== null) {
      const agent = await tx.agents.find(invitation.agentId);
      if (agent?.space !== workspaceSpace(invitation.workspaceId)) return refuse('not-found');
      if (!agent.active) return refuse('agent-inactive', { name: agent.name });
    }
    if (await tx.invitations.find(invitationId)) return refuse('bad-arguments', { where: 'invitationId' });
    tx.invitations.put({ ...invitation, id: invitationId, createdAt: at, expiresAt: at + lifetime, usedAt: null });
  },
});

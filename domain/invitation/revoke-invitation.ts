import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayInvite } from '../permission/may-invite';

/** Withdraws an invitation nobody has used: its link then opens nothing (S10). Whoever may make it may withdraw it. */
export const revokeInvitation = defineMutation({
  name: 'revokeInvitation',
  args: z.object({ invitationId: Id }),
  actor: 'any',
  async may(actor, { invitationId }, tx) {
    const invitation = await tx.invitations.find(invitationId);
    return invitation ? mayInvite(actor, invitation, tx) : refuse('not-found');
  },
  async run(tx, { invitationId }) {
    if ((await tx.invitations.get(invitationId)).usedAt !== null) return refuse('invitation-used');
    tx.invitations.delete(invitationId);
  },
});

import { v7 } from 'uuid';
import { idOfSpace } from '../../domain/model/ids';
import type { AuthHost } from '../auth/auth-host';
import { actAsHost } from '../sync/act-as-host';
import type { HubStore } from '../sync/hub-store';

/** Agents and invitations for signing in: they are the rulebook's, read and changed by its own acts. */
export const peopleOf = (store: HubStore, now: () => number): AuthHost['people'] => ({
  findAgent: (agentId) => store.transaction('all', ({ reader }) => reader.find('agents', agentId)),
  findInvitation: (tokenHash) => store.transaction('all', async ({ reader }) => (await reader.query('invitationsByTokenHash', { tokenHash }))[0]),
  acceptInvitation: (invitationId, newcomer) =>
    store.transaction('all', async (transaction) => {
      const invitation = await transaction.reader.find('invitations', invitationId);
      if (!invitation) return { refused: 'not-found' };
      const agent = invitation.agentId === null ? undefined : await transaction.reader.find('agents', invitation.agentId);
      return actAsHost(transaction, {
        name: 'acceptInvitation',
        args: { ...newcomer, tokenHash: invitation.tokenHash, memberIds: invitation.inboxIds.map(() => v7()) },
        workspaceId: agent ? idOfSpace(agent.space) : invitation.workspaceId,
        uuid: v7(),
        at: now(),
      });
    }),
  now,
  newId: () => v7(),
});

import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { type Id, idOfSpace } from '../../domain/model/ids';
import type { AuthHost } from '../auth/auth-host';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import { actAsHost } from '../sync/act-as-host';
import type { HubStore } from '../sync/hub-store';
import { introduce } from './introduce';

/** Agents and invitations for signing in: they are the rulebook's, read and changed by its own acts. */
export const peopleOf = ({ db, store, now }: { db: Database; store: HubStore; now: () => number }): AuthHost['people'] => ({
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
  async isAlone(agentId) {
    const [first, other] = await rowsOf<{ id: Id }>(db, sql`select id from agents where not deleted limit 2`);
    return first?.id === agentId && other === undefined;
  },
  introduce: (agentId, self) => introduce({ db, store, now }, agentId, self),
  now,
  newId: () => v7(),
});

import { v7 } from 'uuid';
import { idOfSpace } from '../../domain/model/ids';
import { makeInvitationLink } from '../auth/invite';
import type { Database } from '../db/database';
import { actAsHost } from '../sync/act-as-host';
import type { HubStore } from '../sync/hub-store';
import { findAdministrator } from './find-administrator';

/**
 * A one-time link that signs the administrator in and lets them choose a new password. Whoever may start the hub on this machine may do
 * that: they hold its data (S10, docs/decisions/0014).
 */
export async function inviteAdministrator({
  db,
  store,
  baseUrl,
  now,
}: {
  db: Database;
  store: HubStore;
  baseUrl: string;
  now: number;
}): Promise<{ link: string; name: string }> {
  const administrator = await findAdministrator(db);
  if (!administrator) throw new Error('a hub without an administrator');
  const { link, tokenHash } = makeInvitationLink(baseUrl);
  const workspaceId = idOfSpace(administrator.space);
  const refused = await store.transaction('all', (transaction) =>
    actAsHost(transaction, {
      name: 'createInvitation',
      args: { invitationId: v7(), workspaceId, tokenHash, agentId: administrator.id, name: '', email: '', inboxIds: [], accountAccess: false },
      workspaceId,
      uuid: v7(),
      at: now,
    }),
  );
  if (refused) throw new Error(`the invitation was refused: ${refused.refused}`);
  return { link, name: administrator.name };
}

import { sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { refuse } from '../../domain/core/refusal';
import type { Channel } from '../../domain/model/channel';
import { type Id, idOfSpace } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { type Locale, locales } from '../../utils/i18n/locale';
import { translate } from '../../utils/i18n/translate';
import type { Database } from '../db/database';
import { rowsOf } from '../db/rows-of';
import { actAsHost } from '../sync/act-as-host';
import type { HubStore } from '../sync/hub-store';

/**
 * The first sign-in to a hub: its one agent gets their own name and address, its workspace and the channels named after it the team's, and its
 * inbox, which was named before anybody was there, a name in their language.
 * Done again after a power cut it goes on where it stood.
 */
export async function introduce(
  { db, store, now }: { db: Database; store: HubStore; now: () => number },
  agentId: Id,
  { name, email, team, locale }: { name: string; email: string; team: string; locale: Locale },
) {
  const agent = await store.transaction('all', ({ reader }) => reader.find('agents', agentId));
  if (!agent) return refuse('not-found');
  const workspaceId = idOfSpace(agent.space);
  const act = <N extends MutationName>(rule: N, args: ArgsOf<N>) =>
    store.transaction('all', (transaction) => actAsHost(transaction, { name: rule, args, workspaceId, uuid: v7(), at: now() }));
  const refused = await act('updateAgent', { agentId, name, email });
  if (refused) return refused;
  const before = await store.transaction('all', ({ reader }) => reader.find('workspaces', workspaceId));
  const named = sql`select doc from channels where not deleted and doc->>'companyName' = ${before?.name ?? ''}`;
  for (const { doc } of await rowsOf<{ doc: Channel }>(db, named)) {
    const { id: channelId, name: ofChannel, fromName, signatureHtml, logForwardsTo, reopenTicketOnAnswer } = doc;
    await act('updateChannel', { channelId, name: ofChannel, fromName, companyName: team, signatureHtml, logForwardsTo, reopenTicketOnAnswer });
  }
  const inboxes = await rowsOf<{ doc: Inbox }>(db, sql`select doc from inboxes where not deleted and doc->>'workspaceId' = ${workspaceId}`);
  for (const { doc } of inboxes) {
    if (!locales.some((one) => translate(one, 'firstInboxName') === doc.name)) continue;
    const { id: inboxId, roleAddressRule, extraRoleAddresses, answerWithinMinutes } = doc;
    await act('updateInbox', { inboxId, name: translate(locale, 'firstInboxName'), roleAddressRule, extraRoleAddresses, answerWithinMinutes });
  }
  return act('renameWorkspace', { workspaceId, name: team });
}

import { v7 } from 'uuid';
import type { Id } from '../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { matchLocale } from '../../utils/i18n/match-locale';
import { translate } from '../../utils/i18n/translate';
import { actAsHost } from '../sync/act-as-host';
import type { HubStore } from '../sync/hub-store';

/** The first start of an empty hub: a workspace, its first administrator, one inbox and the address it takes mail at. */
export async function setUp(store: HubStore, { now, mailDomain }: { now: number; mailDomain: string }): Promise<void> {
  const locale = matchLocale([(process.env.LC_ALL || process.env.LANG || 'en').replace(/[._].*$/, '')]);
  const workspaceId = v7();
  const [agentId, inboxId] = [v7(), v7()] as [Id, Id];
  const act = <N extends MutationName>(name: N, args: ArgsOf<N>) =>
    store.transaction('all', async (transaction) => {
      const refused = await actAsHost(transaction, { name, args, workspaceId, uuid: v7(), at: now });
      if (refused) throw new Error(`${name} was refused: ${refused.refused}`);
    });
  await act('setUpWorkspace', { workspaceId, name: translate(locale, 'firstWorkspaceName') });
  await act('addAgent', {
    agentId,
    workspaceId,
    name: translate(locale, 'firstAgentName'),
    email: `administrator@${mailDomain}`,
    accountAccess: true,
    superAdmin: true,
  });
  await act('createInbox', {
    inboxId,
    workspaceId,
    name: translate(locale, 'firstInboxName'),
    roleAddressRule: 'first-contact-only',
    extraRoleAddresses: [],
    answerWithinMinutes: null,
    members: [{ memberId: v7(), agentId }],
  });
  await act('createChannel', {
    channelId: v7(),
    inboxId,
    kind: 'email',
    name: `inbox@${mailDomain}`,
    address: `inbox@${mailDomain}`,
    fromName: 'agent-and-company',
    companyName: translate(locale, 'firstWorkspaceName'),
    signatureHtml: '<p>{{agent.fullName}}</p>',
    logForwardsTo: 'original-sender',
    reopenTicketOnAnswer: false,
  });
}

import type { Id } from '../../../domain/model/ids';
import { mutate } from '../../../utils/store/mutate';
import { newId } from '../../../utils/store/new-id';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { type MadeHosted, useHostedChannel } from './use-hosted-channel';

/** Makes an inbox with these members, and its address (INB-2, INB-3). The hub is asked first: without it there is no address, and then no inbox either. */
export function useNewInbox(): (name: string, memberIds: readonly Id[]) => Promise<MadeHosted> {
  const { db, connection, agents, me } = useWorkspace();
  const hosted = useHostedChannel();
  const nudge = useNudge();
  return async (name, memberIds) => {
    const domain = await askHub({ type: 'hosted-domain', connectionId: connection.id });
    if ('failed' in domain) return domain;
    const inboxId = newId();
    const { refused } = await mutate(db, 'createInbox', {
      inboxId,
      workspaceId: agents.get(me)?.space.replace('workspace:', '') ?? '',
      name,
      roleAddressRule: 'first-contact-only',
      extraRoleAddresses: [],
      answerWithinMinutes: null,
      members: memberIds.map((agentId) => ({ memberId: newId(), agentId })),
    });
    if (refused) return { failed: refused.refused === 'disk-full' ? 'disk-full' : 'refused' };
    nudge();
    return hosted({ id: inboxId, name });
  };
}

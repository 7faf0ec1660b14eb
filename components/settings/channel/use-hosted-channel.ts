import type { Inbox } from '../../../domain/model/inbox';
import type { FetchProblem } from '../../../utils/messaging/contract';
import { mutate } from '../../../utils/store/mutate';
import { newId } from '../../../utils/store/new-id';
import { useNudge } from '../../panel/use-nudge';
import { useHubConnection, useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { hostedAddressFor } from './hosted-address';

export type MadeHosted = { channelId: string } | { failed: FetchProblem | 'address-taken' };

/** The hub's own address of an inbox (INB-3): the one it has, or a new one, under the domain the hub makes addresses in. */
export function useHostedChannel(): (inbox: Pick<Inbox, 'id' | 'name'>) => Promise<MadeHosted> {
  const { db, channels, agents } = useWorkspace();
  const connection = useHubConnection();
  const nudge = useNudge();
  return async (inbox) => {
    const there = channels.find(({ kind, inboxId, mailbox }) => kind === 'email' && inboxId === inbox.id && !mailbox);
    if (there) return { channelId: there.id };
    const hosted = await askHub({ type: 'hosted-domain', connectionId: connection.id });
    if ('failed' in hosted) return hosted;
    const taken = [...channels.flatMap(({ address }) => address ?? []), ...[...agents.values()].map(({ email }) => email)];
    const address = hostedAddressFor(inbox.name, hosted.answer, taken);
    const channelId = newId();
    const { refused } = await mutate(db, 'createChannel', {
      channelId,
      inboxId: inbox.id,
      kind: 'email',
      name: address,
      address,
      fromName: 'agent-and-company',
      companyName: connection.hubName,
      signatureHtml: '<p>{{agent.fullName}}</p>',
      logForwardsTo: 'original-sender',
      reopenTicketOnAnswer: false,
    });
    if (refused) return { failed: refused.refused === 'address-taken' ? 'address-taken' : refused.refused === 'disk-full' ? 'disk-full' : 'refused' };
    nudge();
    return { channelId };
  };
}

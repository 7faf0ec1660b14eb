import { inUse } from '../../../domain/channel/in-use';
import type { Inbox } from '../../../domain/model/inbox';
import type { SetUpProblem } from '../../../utils/messaging/contract';
import { mutate } from '../../../utils/store/mutate';
import { useNudge } from '../../panel/use-nudge';
import { useHubConnection, useWorkspace } from '../../panel/workspace-context';
import { askHub } from './ask-hub';
import { hostedChannel } from './hosted-channel';
import { settingsOfChannel } from './settings-of-channel';

type MadeHosted = { channelId: string } | { failed: SetUpProblem };

/** The hub's own address of an inbox (INB-3): the one it has, or a new one, under the domain the hub makes addresses in. */
export function useHostedChannel(): (inbox: Pick<Inbox, 'id' | 'name'>) => Promise<MadeHosted> {
  const { db, channels, agents } = useWorkspace();
  const connection = useHubConnection();
  const nudge = useNudge();
  return async (inbox) => {
    const hosted = channels.filter(({ kind, inboxId, mailbox }) => kind === 'email' && inboxId === inbox.id && !mailbox);
    const domain = await askHub({ type: 'hosted-domain', connectionId: connection.id });
    const any = hosted.find(inUse);
    if ('failed' in domain) return any ? { channelId: any.id } : domain;
    // One from before the hub had this domain reaches nobody: the inbox gets one that does.
    const there = hosted.find(({ address }) => address?.endsWith(`@${domain.answer}`));
    if (there && inUse(there)) return { channelId: there.id };
    const channel = there
      ? { ...settingsOfChannel(there), channelId: there.id, removed: false }
      : hostedChannel(inbox, { domain: domain.answer, companyName: connection.hubName, channels, agents: agents.values() });
    const { refused } = 'removed' in channel ? await mutate(db, 'updateChannel', channel) : await mutate(db, 'createChannel', channel);
    if (refused) return { failed: refused.refused === 'address-taken' ? 'address-taken' : refused.refused === 'disk-full' ? 'disk-full' : 'refused' };
    nudge();
    return { channelId: channel.channelId };
  };
}

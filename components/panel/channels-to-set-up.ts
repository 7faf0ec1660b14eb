import { inUse } from '../../domain/channel/in-use';
import type { Channel } from '../../domain/model/channel';
import type { Id } from '../../domain/model/ids';
import type { Workspace } from './workspace-context';

/** The channels of an inbox that have settings here, by what people call them: an address, else a name. */
export const channelsToSetUp = (
  { channels, source }: Pick<Workspace, 'channels' | 'source'>,
  inboxId: Id,
): (Pick<Channel, 'id' | 'kind'> & { label: string })[] =>
  channels
    .filter((channel) => source.channels.can && channel.inboxId === inboxId && inUse(channel))
    .map(({ id, kind, address, name }) => ({ id, kind, label: address ?? name }));

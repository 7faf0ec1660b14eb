import { inUse } from '../channel/in-use';
import type { Tx } from '../core/tx';
import type { Channel } from '../model/channel';
import type { Id, SpaceId } from '../model/ids';

export type MailChannel = Channel & { address: string };

const canSend = (channel: Channel): channel is MailChannel => channel.kind === 'email' && channel.address !== null && inUse(channel);

/** The channel a mail leaves by: the one asked for, by id or address, where it can send mail, else the inbox's first that can (RPL-4). */
export async function mailChannelOf(tx: Tx, space: SpaceId, wanted: { id: Id } | { address: string }): Promise<MailChannel | undefined> {
  const channels = (await tx.query('channelsOfInbox', { space })).filter(canSend);
  return channels.find((channel) => ('id' in wanted ? channel.id === wanted.id : channel.address === wanted.address)) ?? channels[0];
}

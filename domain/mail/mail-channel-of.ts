import { canSend, type MailChannel } from '../channel/can-send';
import { firstWayOut } from '../channel/first-way-out';
import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';

/** The channel a mail leaves by: the one asked for, by id or address, where it can send mail, else the inbox's first way out (RPL-4). */
export async function mailChannelOf(tx: Tx, space: SpaceId, wanted: { id: Id } | { address: string }): Promise<MailChannel | undefined> {
  const channels = await tx.query('channelsOfInbox', { space });
  const asked = (channel: MailChannel) => ('id' in wanted ? channel.id === wanted.id : channel.address === wanted.address);
  return channels.filter(canSend).find(asked) ?? firstWayOut(channels);
}

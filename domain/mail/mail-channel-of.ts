import type { MailChannel } from '../channel/can-send';
import { wayOut } from '../channel/way-out';
import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';

/** The channel of an inbox a mail leaves by, where one was asked for by id or address (RPL-4). */
export async function mailChannelOf(tx: Tx, space: SpaceId, wanted: { id: Id } | { address: string }): Promise<MailChannel | undefined> {
  return wayOut(await tx.query('channelsOfInbox', { space }), ({ id, address }) => ('id' in wanted ? id === wanted.id : address === wanted.address));
}

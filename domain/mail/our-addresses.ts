import type { Tx } from '../core/tx';
import type { SpaceId } from '../model/ids';

/** The folded addresses of an inbox's own channels: never participants, however often they stand in To and Cc. */
export async function ourAddresses(tx: Tx, space: SpaceId): Promise<Set<string>> {
  const channels = await tx.query('channelsOfInbox', { space });
  return new Set(channels.flatMap((channel) => channel.address ?? []));
}

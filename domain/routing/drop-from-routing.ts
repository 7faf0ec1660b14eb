import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';

/** Who is in an inbox no more, an agent or a team, is named by none of its channels' routings; who comes back is named again by hand. */
export async function dropFromRouting(tx: Tx, space: SpaceId, gone: Id): Promise<void> {
  for (const channel of await tx.query('channelsOfInbox', { space })) {
    const { routing } = channel;
    if (!routing || !(routing.agentIds.includes(gone) || routing.teamIds.includes(gone))) continue;
    const without = (ids: readonly Id[]) => ids.filter((id) => id !== gone);
    tx.channels.put({ ...channel, routing: { ...routing, agentIds: without(routing.agentIds), teamIds: without(routing.teamIds) } });
  }
}

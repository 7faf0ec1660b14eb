import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import { type Id, workspaceSpace } from '../model/ids';

/** Whether an address is an agent's or a channel's already: it is a team address or one agent's own, never both (CHN-4). */
export async function isAddressTaken(tx: Tx, workspaceId: Id, address: string): Promise<boolean> {
  const agents = await tx.query('agentsByAddress', { space: workspaceSpace(workspaceId), address });
  const channels = await tx.query('channelsByAddress', { address: foldAddress(address) });
  return agents.length + channels.length > 0;
}

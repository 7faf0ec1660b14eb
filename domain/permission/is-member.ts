import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';

/** Whether an agent is a member of the inbox whose space this is (INB-6); who is deactivated is not. */
export async function isMember(tx: Tx, space: SpaceId, agentId: Id): Promise<boolean> {
  const members = await tx.query('membersOfInbox', { space });
  return members.some((member) => member.agentId === agentId && !member.inactive);
}

import type { Tx } from '../core/tx';
import type { Member } from '../model/member';
import { dropFromRouting } from '../routing/drop-from-routing';
import { unassignOpen } from './unassign-open';

/** An agent is in an inbox no more: what was theirs is nobody's, and nothing new comes to them by itself (VIEW-1, RTE-1). */
export async function leaveInbox(tx: Tx, { id, space, agentId }: Member): Promise<void> {
  tx.members.delete(id);
  await dropFromRouting(tx, space, agentId);
  await unassignOpen(tx, space, agentId);
}

import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Member } from '../model/member';
import { hasAccountAccess } from '../permission/has-account-access';
import { dropFromRouting } from '../routing/drop-from-routing';
import { unassignOpen } from './unassign-open';

/**
 * An agent is in an inbox no more: what was theirs is nobody's, and nothing new comes to them by itself (VIEW-1, RTE-1). Not the last one who may set
 * it up: only who is in an inbox lets others in (INB-6), so it and the addresses connected to it would be out of everybody's reach for good.
 */
export async function leaveInbox(tx: Tx, member: Member): Promise<Refusal | undefined> {
  const { id, space, inboxId, agentId } = member;
  const agent = await tx.agents.find(agentId);
  if (agent && hasAccountAccess(agent) && !(await othersMaySetUp(tx, member))) return refuse('last-in-inbox', { inboxId });
  tx.members.delete(id);
  await dropFromRouting(tx, space, agentId);
  await unassignOpen(tx, space, agentId);
  return undefined;
}

async function othersMaySetUp(tx: Tx, { space, agentId }: Member): Promise<boolean> {
  for (const other of await tx.query('membersOfInbox', { space })) {
    if (other.agentId === agentId) continue;
    const agent = await tx.agents.find(other.agentId);
    if (agent?.active && hasAccountAccess(agent)) return true;
  }
  return false;
}

import type { Tx } from '../core/tx';
import type { Agent } from '../model/agent';

/** Whether nobody else could rule this workspace: its only super administrator who is not deactivated. */
export async function isLastSuperAdmin(tx: Tx, { id, space }: Agent): Promise<boolean> {
  const ruling = (await tx.query('agentsOfWorkspace', { space })).filter((agent) => agent.active && agent.superAdmin);
  return ruling.length === 1 && ruling[0]?.id === id;
}

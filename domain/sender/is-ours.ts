import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import { type Id, workspaceSpace } from '../model/ids';
import { isAddressTaken } from '../workspace/is-address-taken';

/** Whether an address is our own or a colleague's, or a domain (`@havnegaard.example`) that of a colleague: nobody refuses those (D14). */
export async function isOurs(tx: Tx, workspaceId: Id, pattern: string): Promise<boolean> {
  const folded = foldAddress(pattern);
  if (!folded.startsWith('@')) return isAddressTaken(tx, workspaceId, folded);
  const agents = await tx.query('agentsOfWorkspace', { space: workspaceSpace(workspaceId) });
  return agents.some(({ email }) => foldAddress(email).endsWith(folded));
}

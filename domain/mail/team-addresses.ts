import type { Tx } from '../core/tx';
import { foldAddress } from '../model/address';
import { type Id, inboxSpace, workspaceSpace } from '../model/ids';
import { ourAddresses } from './our-addresses';

/** Folded addresses mail of the team is from: its inbox's, and those its agents say are theirs. */
export async function teamAddresses(tx: Tx, inboxId: Id): Promise<Set<string>> {
  const ours = await ourAddresses(tx, inboxSpace(inboxId));
  const inbox = await tx.inboxes.find(inboxId);
  const agents = inbox ? await tx.query('agentsOfWorkspace', { space: workspaceSpace(inbox.workspaceId) }) : [];
  for (const { email, aliases, active } of agents) if (active) for (const address of [email, ...(aliases ?? [])]) ours.add(foldAddress(address));
  return ours;
}

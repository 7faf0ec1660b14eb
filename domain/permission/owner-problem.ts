import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id, SpaceId } from '../model/ids';
import { isMember } from './is-member';

/** Whoever owns something of an inbox is an active member of it (D23). */
export async function ownerProblem(tx: Tx, space: SpaceId, ownerId: Id | null | undefined): Promise<Refusal | undefined> {
  if (!ownerId) return undefined;
  const owner = await tx.agents.find(ownerId);
  return owner?.active && (await isMember(tx, space, ownerId)) ? undefined : refuse('owner-not-a-member', { agentId: ownerId });
}

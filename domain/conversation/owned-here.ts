import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import { isMember } from '../permission/is-member';

/**
 * The conversation, and nobody's where it is open and its owner is in its inbox no more: a closed one keeps them, and comes back to Unassigned when it
 * opens again (VIEW-1, D8).
 */
export async function ownedHere(tx: Tx, conversation: Conversation): Promise<Conversation> {
  const { status, ownerId, space } = conversation;
  if (status === 'closed' || ownerId === null || (await isMember(tx, space, ownerId))) return conversation;
  return { ...conversation, ownerId: null, previousOwnerId: ownerId };
}

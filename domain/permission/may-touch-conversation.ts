import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { type Id, inboxSpace } from '../model/ids';
import { isMember } from './is-member';

/** Members of its inbox may act on a conversation (INB-6); to others it does not exist, so the answer is no oracle (K10). */
export async function mayTouchConversation(actor: Actor, conversationId: Id, tx: Tx): Promise<Refusal | undefined> {
  const conversation = await tx.conversations.find(conversationId);
  if (!conversation) return refuse((await whatBecame(actor, conversationId, tx)) ?? 'not-found');
  if (actor.kind === 'system' || (await isMember(tx, conversation.space, actor.agentId))) return undefined;
  return refuse('not-found');
}

/** A member of the inbox it was in is told that it was deleted for good (D27), or moved into an inbox they are not in (K5). */
async function whatBecame(actor: Actor, conversationId: Id, tx: Tx): Promise<'gone' | 'moved' | undefined> {
  const purged = await tx.purgedMails.find(conversationId);
  if (!purged || (actor.kind === 'agent' && !(await isMember(tx, inboxSpace(purged.inboxId), actor.agentId)))) return undefined;
  return purged.moved ? 'moved' : 'gone';
}

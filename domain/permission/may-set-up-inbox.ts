import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { isMember } from './is-member';
import { maySetUp } from './may-set-up';

/** To edit an inbox one must see it (be a member, INB-6) and have account access (INB-4). */
export async function maySetUpInbox(actor: Actor, inboxId: Id, tx: Tx): Promise<Refusal | undefined> {
  const inbox = await tx.inboxes.find(inboxId);
  if (!inbox) return refuse('not-found');
  if (actor.kind === 'agent' && !(await isMember(tx, inbox.space, actor.agentId))) return refuse('not-found');
  return maySetUp(actor, inbox.workspaceId, tx);
}

import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { isMember } from '../permission/is-member';
import { mayChangeShared } from './may-change-shared';

/** Everybody in an inbox makes views in it; a shared one is changed and taken away by who made it and by who has account access (VIEW-13, INB-4). */
export async function mayChangeView(actor: Actor, inboxId: Id, viewId: Id, tx: Tx): Promise<Refusal | undefined> {
  const inbox = await tx.inboxes.find(inboxId);
  if (!inbox || actor.kind !== 'agent' || !(await isMember(tx, inbox.space, actor.agentId))) return refuse('not-found');
  const shared = inbox.views?.find(({ id }) => id === viewId);
  if (!shared) return undefined;
  const agent = await tx.agents.find(actor.agentId);
  return agent && mayChangeShared(shared, agent) ? undefined : refuse('not-allowed');
}

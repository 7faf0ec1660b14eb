import type { Actor } from '../core/meta';
import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { isMember } from './is-member';

/** Members of its inbox may act on a ticket (K6, D24); one that lies in trash is not there to act on. */
export async function mayTouchTicket(actor: Actor, ticketId: Id, tx: Tx): Promise<Refusal | undefined> {
  const ticket = await tx.tickets.find(ticketId);
  if (!ticket) return refuse('not-found');
  if (actor.kind === 'agent' && !(await isMember(tx, ticket.space, actor.agentId))) return refuse('not-found');
  return ticket.trashedAt === null ? undefined : refuse('in-trash');
}

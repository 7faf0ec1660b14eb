import type { Tx } from '../core/tx';
import type { Id } from '../model/ids';
import { liveConversationsOf } from './live-conversations-of';

/** A ticket lies in trash, hidden, exactly while no conversation of it is live (D5, D6). To be called once its conversations are written. */
export async function followTrash(tx: Tx, ticketId: Id | null, at: number) {
  const ticket = ticketId === null ? undefined : await tx.tickets.find(ticketId);
  if (!ticket) return;
  const live = (await liveConversationsOf(tx, ticket.id)).length > 0;
  if (live === (ticket.trashedAt === null)) return;
  tx.tickets.put({ ...ticket, trashedAt: live ? null : at });
}

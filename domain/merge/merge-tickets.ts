import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import { firstStage } from '../ticket/stages';

interface Merged {
  target: Conversation;
  source: Conversation;
  keepTicketId: Id | null;
  at: number;
  by: Id | null;
}

/** The ticket two conversations have as one. Of two the agent keeps one; the other keeps its other conversations, or is closed and marked (D16). */
export async function mergeTickets(tx: Tx, { target, source, keepTicketId, at, by }: Merged): Promise<Id | null | Refusal> {
  const [ours, theirs] = [target.ticketId, source.ticketId];
  if (ours === null || theirs === null || ours === theirs) return ours ?? theirs;
  if (keepTicketId !== ours && keepTicketId !== theirs) return refuse('choose-ticket');
  const users = await tx.query('conversationsByTicket', { ticketId: keepTicketId === ours ? theirs : ours });
  const ticket = await tx.tickets.get(keepTicketId === ours ? theirs : ours);
  if (users.some(({ id }) => id !== target.id && id !== source.id)) return keepTicketId;
  const { id: stage } = firstStage(await tx.inboxes.get(ticket.inboxId), 'closed');
  const closed =
    ticket.status === 'closed' ? ticket : { ...ticket, status: 'closed' as const, stage, openStage: ticket.stage, closedAt: at, closedBy: by };
  tx.tickets.put({ ...closed, mergedInto: keepTicketId });
  return keepTicketId;
}

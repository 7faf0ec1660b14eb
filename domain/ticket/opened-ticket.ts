import type { Ticket } from '../model/ticket';

/** The ticket, open: an open one knows nothing of a closing. */
export function openedTicket(ticket: Ticket): Ticket {
  if (ticket.status === 'open') return ticket;
  const { closedAt: _closedAt, closedBy: _closedBy, ...rest } = ticket;
  return { ...rest, status: 'open' };
}

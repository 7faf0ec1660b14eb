import type { Inbox } from '../model/inbox';
import type { Ticket } from '../model/ticket';
import { stageOf } from './stages';

/** The ticket, open, in the stage it stood in when it was closed, or another: an open one knows nothing of a closing. */
export function openedTicket(ticket: Ticket, inbox: Inbox, stage?: string): Ticket {
  if (ticket.status === 'open') return ticket;
  const { closedAt: _closedAt, closedBy: _closedBy, openStage, ...rest } = ticket;
  return { ...rest, status: 'open', stage: stage ?? stageOf({ stage: openStage ?? '', status: 'open' }, inbox).id };
}

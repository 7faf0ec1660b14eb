import { Ticket } from 'lucide-react';
import type { Action } from './action';

/** The stages of the ticket, to choose one: a closed one is TKT-4, any other on a closed ticket is TKT-5 (TKT-9). */
export const ticketStatus: Action = {
  name: 'ticket-status',
  keys: ['u'],
  label: () => 'actionTicketStatus',
  icon: () => Ticket,
  state: ({ ticket }, { pickStatus }) => (pickStatus && ticket && ticket.trashedAt === null ? 'ready' : 'absent'),
  perform: ({ conversation }, { pickStatus }) => pickStatus?.(conversation),
};

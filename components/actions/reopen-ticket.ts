import { Ticket } from 'lucide-react';
import type { Action } from './action';

/** Opens a closed ticket again; its conversation comes along when it is the only one (TKT-5). */
export const reopenTicket: Action = {
  name: 'reopen-ticket',
  label: () => 'actionReopenTicket',
  icon: () => Ticket,
  state: ({ conversation, ticket }) => (ticket?.status === 'closed' && !conversation.trashed && !conversation.spam ? 'ready' : 'absent'),
  perform: ({ ticket }, { perform, text }) =>
    ticket && perform('reopenTicket', { ticketId: ticket.id }, text.t('didReopenTicket', { number: `T-${ticket.number}` })),
};

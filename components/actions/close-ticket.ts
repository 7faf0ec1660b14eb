import { CircleCheck } from 'lucide-react';
import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import type { Action } from './action';

/** Closes the ticket and every open conversation of it; the button names the number (THR-4, TKT-4, D1). */
export const closeTicket: Action = {
  name: 'close-ticket',
  label: () => 'actionCloseTicket',
  icon: () => CircleCheck,
  state: ({ conversation, ticket }, { now }) =>
    ticket?.status !== 'open' || conversation.trashed || conversation.spam ? 'absent' : (botHoldsOpen(conversation, now) ?? 'ready'),
  perform: ({ ticket }, { perform, text }) =>
    ticket && perform('closeTicket', { ticketId: ticket.id }, text.t('didCloseTicket', { number: `T-${ticket.number}` })),
};

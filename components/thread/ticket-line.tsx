import { Ticket as TicketIcon } from 'lucide-react';
import type { Ticket } from '../../domain/model/ticket';
import { StageMark } from '../ticket/stage-mark';
import { Icon } from '../ui/icon';

/** The ticket's name above the thread (THR-3), with its number and where it stands. */
export function TicketLine({ ticket }: { ticket: Ticket }) {
  return (
    <div className="ticketline">
      <Icon of={TicketIcon} size={14} className="text-ink-3" />
      <span className="cut font-semibold text-ink">{ticket.name}</span>
      <span className="num text-ink-3">T-{ticket.number}</span>
      <span className="grow" />
      <StageMark ticket={ticket} />
    </div>
  );
}

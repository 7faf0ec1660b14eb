import { Ticket as TicketIcon } from 'lucide-react';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';

/** The ticket's name above the thread (THR-3), with its number and where it stands: the stage the rules begin with is told in our words. */
export function TicketLine({ ticket }: { ticket: Ticket }) {
  const { t } = useText();
  return (
    <div className="ticketline">
      <Icon of={TicketIcon} size={14} className="text-ink-3" />
      <span className="cut font-semibold text-ink">{ticket.name}</span>
      <span className="num text-ink-3">T-{ticket.number}</span>
      <span className="grow" />
      <span className={`stage ${ticket.status}`}>
        {ticket.status === 'closed' ? t('ticketClosed') : ticket.stage === 'new' ? t('ticketNew') : ticket.stage}
      </span>
    </div>
  );
}

import { Ticket as TicketIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Ticket } from '../../domain/model/ticket';
import type { Subject } from '../actions/action';
import { StageMenu } from '../ticket/stage-menu';
import { Icon } from '../ui/icon';

interface Props {
  subject: Subject;
  ticket: Ticket;
  /** Somebody pressed its key: the choice of its status opens (TKT-9). */
  picking: boolean;
  onShown(): void;
}

/** The ticket's name above the thread (THR-3), with its number and where it stands. */
export function TicketLine({ subject, ticket, picking, onShown }: Props) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!picking) return;
    line.current?.querySelector('button')?.click();
    onShown();
  }, [picking, onShown]);
  return (
    <div ref={line} className="ticketline">
      <Icon of={TicketIcon} size={14} className="text-ink-3" />
      <span className="cut font-semibold text-ink">{ticket.name}</span>
      <span className="num text-ink-3">T-{ticket.number}</span>
      <span className="grow" />
      <StageMenu subject={subject} place="line" />
    </div>
  );
}

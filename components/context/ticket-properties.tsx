import type { TicketProperty } from '../../domain/model/context-settings';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { ticketPropertyNames } from './ticket-property-names';
import { TicketValue } from './ticket-value';

interface Props {
  subject: Subject;
  ticket: Ticket;
  properties: readonly TicketProperty[];
}

/** Names and values of a ticket's properties, each edited in place (TKT-2). */
export function TicketProperties({ subject, ticket, properties }: Props) {
  const { t } = useText();
  return (
    <dl className="props">
      {properties.map((property) => (
        <div key={property} className="contents">
          <dt>{t(ticketPropertyNames[property])}</dt>
          <dd>
            <TicketValue subject={subject} ticket={ticket} property={property} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

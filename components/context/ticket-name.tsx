import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { TextValue } from './text-value';
import { useEditTicket } from './use-edit-ticket';

/** What a ticket is called, edited where it stands, and its number (TKT-2). */
export function TicketName({ ticket }: { ticket: Ticket }) {
  const { t } = useText();
  const edit = useEditTicket(ticket);
  const label = t('ctxTicketName');
  return (
    <div className="flex items-start gap-2">
      {ticket.trashedAt === null ? (
        <TextValue
          lines="grow"
          needed
          label={label}
          most={500}
          className="min-w-0 grow font-semibold"
          value={ticket.name}
          onCommit={(name) => edit({ name }, label, name)}
        />
      ) : (
        <span className="min-w-0 py-1 font-semibold wrap-anywhere">{ticket.name}</span>
      )}
      <span className="num flex-none py-1 text-xs leading-5 text-ink-3">T-{ticket.number}</span>
    </div>
  );
}

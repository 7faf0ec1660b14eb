import type { Ticket } from '../../domain/model/ticket';
import type { TicketProperties } from '../../domain/ticket/ticket-properties';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';

/** Edits a ticket and says what is now said of it, with Undo. `value`: in words; `null` or none emptied it, left out it is too long to be said. */
export function useEditTicket({ id: ticketId, number }: Ticket) {
  const { t } = useText();
  const perform = usePerform();
  return (properties: TicketProperties, property: string, value?: string | null) => {
    const words = { number: `T-${number}`, property };
    const done =
      value === undefined
        ? t('tktDidEdit', words)
        : value === null || value === ''
          ? t('tktDidEmpty', words)
          : t('tktDidChange', { ...words, value });
    void perform('updateTicket', { ticketId, ...properties }, done);
  };
}

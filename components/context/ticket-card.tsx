import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { NoTicket } from './no-ticket';
import { Section } from './section';
import { TicketName } from './ticket-name';
import { TicketProperties } from './ticket-properties';
import type { ContextSettingsHere } from './use-context-settings';

/** The conversation's ticket, or the way to one (CTX-2). What stands on the card is fixed, and a ticket cannot be taken off. */
export function TicketCard({ subject, settings, onMore }: { subject: Subject; settings: ContextSettingsHere; onMore(): void }) {
  const { t } = useText();
  const { ticket } = subject;
  return (
    <Section name="ticket" title={t('ctxTicket')} settings={settings}>
      {ticket ? <TicketFacts subject={subject} ticket={ticket} onMore={onMore} /> : <NoTicket conversation={subject.conversation} />}
    </Section>
  );
}

const onCard = ['stage', 'owner', 'priority'] as const;

function TicketFacts({ subject, ticket, onMore }: { subject: Subject; ticket: Ticket; onMore(): void }) {
  const { t } = useText();
  return (
    <>
      <TicketName ticket={ticket} />
      <TicketProperties subject={subject} ticket={ticket} properties={onCard} />
      <button type="button" id="ticket-more" className="btn text -ml-1.5" onClick={onMore}>
        {t('tktMore')}
      </button>
    </>
  );
}

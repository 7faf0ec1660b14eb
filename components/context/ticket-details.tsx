import { ArrowLeft, SlidersHorizontal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TicketProperty } from '../../domain/model/context-settings';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { IconButton } from '../ui/icon-button';
import { ChooseProperties } from './choose-properties';
import { TicketName } from './ticket-name';
import { TicketProperties } from './ticket-properties';
import { ticketPropertyNames } from './ticket-property-names';
import type { ContextSettingsHere } from './use-context-settings';

const all = Object.keys(ticketPropertyNames) as TicketProperty[];

interface Props {
  subject: Subject;
  ticket: Ticket;
  settings: ContextSettingsHere;
  /** Nothing stands beside it: its heading is the page's. */
  alone: boolean;
  onBack(): void;
}

/** All details of the ticket, and which of them one wants to see of every ticket (CTX-2). */
export function TicketDetails({ subject, ticket, settings, alone, onBack }: Props) {
  const { t } = useText();
  const Heading = alone ? 'h1' : 'h2';
  const [choosing, setChoosing] = useState(false);
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  const { ticketProperties: chosen } = settings.choices;
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-label={t('tktDetails')}
      className="context-screen"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onBack();
      }}
    >
      <header className="bar top gap-0.5 px-1.5">
        <IconButton icon={ArrowLeft} label={t('tktDetailsBack')} aria-keyshortcuts="Escape" onClick={onBack} />
        <Heading className="cut grow font-semibold">{t('tktDetails')}</Heading>
        <IconButton icon={SlidersHorizontal} label={t('ctxChoose')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />
      </header>
      <div className="context-scroll px-4 py-3">
        <TicketName ticket={ticket} />
        {choosing && (
          <ChooseProperties
            all={all}
            chosen={chosen}
            label={(property) => t(ticketPropertyNames[property])}
            onChange={(ticketProperties) => settings.change(() => ({ ticketProperties }))}
            onDone={() => setChoosing(false)}
          />
        )}
        {chosen.length === 0 && !choosing && <p className="text-ink-2">{t('ctxNoneChosen')}</p>}
        <div className="mt-1">
          <TicketProperties subject={subject} ticket={ticket} properties={chosen} />
        </div>
        {ticket.trashedAt !== null && <p className="mt-2 text-xs text-ink-3">{t('refusal_in-trash')}</p>}
      </div>
    </section>
  );
}

import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import type { Subject } from '../actions/action';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { Icon } from '../ui/icon';
import { Section } from './section';
import { TicketName } from './ticket-name';
import { ticketPropertyNames } from './ticket-property-names';
import { TicketValue } from './ticket-value';
import type { ContextSettingsHere } from './use-context-settings';

/** The conversation's ticket, or the way to one (CTX-2). What stands on the card is fixed, and a ticket cannot be taken off. */
export function TicketCard({ subject, settings, onMore }: { subject: Subject; settings: ContextSettingsHere; onMore(): void }) {
  const { t } = useText();
  const { ticket } = subject;
  return (
    <Section name="ticket" title={t('ctxTicket')} settings={settings}>
      {ticket ? <TicketFacts subject={subject} ticket={ticket} onMore={onMore} /> : <NoTicket subject={subject} />}
    </Section>
  );
}

const onCard = ['stage', 'owner', 'priority'] as const;

function TicketFacts({ subject, ticket, onMore }: { subject: Subject; ticket: Ticket; onMore(): void }) {
  const { t } = useText();
  return (
    <>
      <TicketName ticket={ticket} />
      <dl className="props">
        {onCard.map((property) => (
          <div key={property} className="contents">
            <dt>{t(ticketPropertyNames[property])}</dt>
            <dd>
              <TicketValue subject={subject} ticket={ticket} property={property} />
            </dd>
          </div>
        ))}
      </dl>
      <button type="button" id="ticket-more" className="btn text -ml-1.5" onClick={onMore}>
        {t('tktMore')}
      </button>
    </>
  );
}

/** Create ticket: its name, which is the subject unless one says otherwise. */
function NoTicket({ subject: { conversation } }: { subject: Subject }) {
  const text = useText();
  const { t } = text;
  const perform = usePerform();
  const [name, setName] = useState<string>();
  const button = useRef<HTMLButtonElement>(null);
  const { spam, trashed } = conversation;
  const leave = () => {
    setName(undefined);
    requestAnimationFrame(() => button.current?.focus());
  };
  const create = (event: FormEvent) => {
    event.preventDefault();
    const called = name?.trim();
    if (called)
      void perform('createTicket', { ticketId: newId(), conversationId: conversation.id, name: called }, t('ctxDidCreateTicket', { name: called }));
  };
  if (name !== undefined)
    return (
      <form
        onSubmit={create}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
      >
        <div className="field">
          {/* biome-ignore lint/a11y/noAutofocus: the person has just asked for this field */}
          <input autoFocus required aria-label={t('ctxTicketName')} maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="mt-2 flex gap-1">
          <button type="submit" className="btn line">
            {t('ctxCreateTicket')}
          </button>
          <button type="button" className="btn" onClick={leave}>
            {t('chnCancel')}
          </button>
        </div>
      </form>
    );
  return (
    <>
      <p className="text-ink-2">{t('ctxNoTicket')}</p>
      {spam || trashed ? (
        <p className="text-xs text-ink-3">{t(trashed ? 'refusal_in-trash' : 'refusal_in-spam')}</p>
      ) : (
        <button ref={button} type="button" className="btn line mt-2" onClick={() => setName(titleOf(conversation, text).slice(0, 500))}>
          <Icon of={Plus} />
          {t('ctxCreateTicket')}
        </button>
      )}
    </>
  );
}

import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import type { Subject } from '../actions/action';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { StageMark } from '../ticket/stage-mark';
import { AgentCircle } from '../ui/agent-circle';
import { Icon } from '../ui/icon';
import { Section } from './section';
import type { ContextSettingsHere } from './use-context-settings';

/** The conversation's ticket, or the way to one (CTX-2). A ticket cannot be taken off. */
export function TicketCard({ subject, settings }: { subject: Subject; settings: ContextSettingsHere }) {
  const { t } = useText();
  const { ticket } = subject;
  return (
    <Section name="ticket" title={t('ctxTicket')} settings={settings}>
      {ticket ? <TicketFacts ticket={ticket} /> : <NoTicket subject={subject} />}
    </Section>
  );
}

function TicketFacts({ ticket }: { ticket: Ticket }) {
  const { t } = useText();
  const { agents, me } = useWorkspace();
  const owner = ticket.ownerId === null ? undefined : agents.get(ticket.ownerId);
  return (
    <>
      <p className="flex gap-2">
        <span className="min-w-0 font-semibold wrap-anywhere">{ticket.name}</span>
        <span className="num text-xs text-ink-3">T-{ticket.number}</span>
      </p>
      <dl className="props mt-1">
        <dt>{t('ctxStage')}</dt>
        <dd>
          <StageMark ticket={ticket} />
        </dd>
        <dt>{t('owner')}</dt>
        <dd>
          {owner ? (
            <>
              <AgentCircle agent={owner} me={owner.id === me} size="s20" />
              {owner.name}
            </>
          ) : (
            <span className="text-ink-3">{t('ctxNobody')}</span>
          )}
        </dd>
      </dl>
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

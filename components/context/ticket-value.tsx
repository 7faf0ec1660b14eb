import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import type { TicketProperty } from '../../domain/model/context-settings';
import type { Id } from '../../domain/model/ids';
import type { Ticket, TicketPriority } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { useWorkspace } from '../panel/workspace-context';
import { priorityName, ticketPriorities } from '../ticket/priority-name';
import { StageMark } from '../ticket/stage-mark';
import { StageMenu } from '../ticket/stage-menu';
import { useNow } from '../ui/use-now';
import { ChoiceValue } from './choice-value';
import { OwnerValue } from './owner-value';
import { TextValue } from './text-value';
import { ticketPropertyNames } from './ticket-property-names';
import { useEditTicket } from './use-edit-ticket';

interface Props {
  subject: Subject;
  ticket: Ticket;
  property: TicketProperty;
}

/** One property of a ticket, edited where it stands if people set it (TKT-2). What lies in trash is read only (D5). */
export function TicketValue({ subject, ticket, property }: Props): ReactNode {
  const text = useText();
  const { t, date, fullDate } = text;
  const { agents, members, inboxes } = useWorkspace();
  const now = useNow();
  const edit = useEditTicket(ticket);
  const label = t(ticketPropertyNames[property]);
  const kept = ticket.trashedAt !== null;
  const when = (at: number) => <time title={fullDate(at)}>{date(at, now)}</time>;
  const none = <span className="text-ink-3">{t('tktNotSet')}</span>;
  switch (property) {
    case 'number':
      return `T-${ticket.number}`;
    case 'stage':
      return kept ? <StageMark ticket={ticket} /> : <StageMenu subject={subject} place="value" />;
    case 'owner': {
      const owner = ticket.ownerId === null ? undefined : agents.get(ticket.ownerId);
      if (kept) return owner?.name ?? t('ctxNobody');
      return (
        <OwnerValue
          ownerId={ticket.ownerId}
          people={members.filter(({ inboxId }) => inboxId === ticket.inboxId).flatMap(({ agentId }) => agents.get(agentId) ?? [])}
          onChoose={(ownerId) => edit({ ownerId }, label, (ownerId && agents.get(ownerId)?.name) ?? t('ctxNobody'))}
        />
      );
    }
    case 'priority': {
      const shown = ticket.priority ? priorityName(ticket.priority, text) : t('tktNotSet');
      if (kept) return ticket.priority ? shown : none;
      return (
        <ChoiceValue<TicketPriority | null>
          label={label}
          shown={shown}
          value={ticket.priority ?? null}
          options={[
            ...ticketPriorities.toReversed().map((value) => ({ value, label: priorityName(value, text) })),
            { value: null, label: t('tktNotSet') },
          ]}
          onChoose={(priority) => edit({ priority }, label, priority && priorityName(priority, text))}
        >
          {ticket.priority ? shown : none}
        </ChoiceValue>
      );
    }
    case 'category': {
      const { category = '' } = ticket;
      if (kept) return category || none;
      return <TextValue label={label} most={100} value={category} onCommit={(words) => edit({ category: words }, label, words)} />;
    }
    case 'description': {
      const { description = '' } = ticket;
      if (kept) return description ? <span className="whitespace-pre-wrap">{description}</span> : none;
      return <TextValue lines="several" label={label} most={20_000} value={description} onCommit={(words) => edit({ description: words }, label)} />;
    }
    case 'contact':
      return <ContactName contactId={ticket.contactId} none={<span className="text-ink-3">{t('ctxNone')}</span>} />;
    case 'inbox':
      return inboxes.find(({ id }) => id === ticket.inboxId)?.name;
    case 'createdAt':
      return when(ticket.createdAt);
    case 'closedAt':
      return ticket.status === 'closed' ? when(ticket.closedAt) : <span className="text-ink-3">{t('tktNotYet')}</span>;
    default:
      return property satisfies never;
  }
}

function ContactName({ contactId, none }: { contactId: Id | null; none: ReactNode }) {
  const { db } = useWorkspace();
  const contact = useLiveQuery(async () => (contactId === null ? null : ((await db.contacts.get(contactId)) ?? null)), [db, contactId]);
  if (contact === undefined) return <span className="skel w-24" />;
  return contact ? contact.name : none;
}

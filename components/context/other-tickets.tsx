import { useLiveQuery } from 'dexie-react-hooks';
import { Ticket as TicketIcon } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { otherTickets } from '../../utils/store/contact-reads';
import type { SamtaleDatabase } from '../../utils/store/database';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { Section } from './section';
import type { ContextSettingsHere } from './use-context-settings';

interface Props {
  /** Whose ticket stands above them; a contact alone, where there is none. */
  conversation: Pick<Conversation, 'contactId'> & Partial<Pick<Conversation, 'ticketId'>>;
  settings: ContextSettingsHere;
  onOpen(conversation: Conversation): void;
}

/** The newest conversation of a ticket that is not in trash. */
async function conversationOf(db: SamtaleDatabase, ticketId: string): Promise<Conversation | undefined> {
  const linked = await db.conversations.where('ticketId').equals(ticketId).toArray();
  return linked.filter(({ trashed }) => !trashed).sort((a, b) => b.createdAt - a.createdAt)[0];
}

/** The contact's other tickets; one opens where it is talked about (CTX-4). */
export function OtherTickets({ conversation, settings, onOpen }: Props) {
  const { t } = useText();
  const { db } = useWorkspace();
  const { contactId, ticketId } = conversation;
  const all = ticketId === undefined;
  const others = useLiveQuery(async () => {
    const tickets = contactId === null ? [] : await otherTickets(db, contactId, ticketId ?? null);
    return Promise.all(tickets.map(async (ticket) => ({ ticket, about: await conversationOf(db, ticket.id) })));
  }, [db, contactId, ticketId]);
  return (
    <Section name="tickets" title={t(all ? 'mailTickets' : 'ctxOtherTickets')} count={others?.length} settings={settings}>
      {others?.length === 0 && <p className="text-ink-2">{t(contactId === null ? 'ctxNoContactNoOthers' : 'ctxNoOtherTickets')}</p>}
      <ul>
        {others?.map(({ ticket, about }) => (
          <li key={ticket.id}>
            {about ? (
              <button type="button" className="mini" onClick={() => onOpen(about)}>
                <TicketWords ticket={ticket} />
              </button>
            ) : (
              <div className="mini">
                <TicketWords ticket={ticket} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function TicketWords({ ticket }: { ticket: Ticket }) {
  const { t } = useText();
  return (
    <>
      <Icon of={TicketIcon} size={14} />
      <span className="cut" title={ticket.name}>
        {ticket.name}
      </span>
      <span className="t">
        T-{ticket.number}
        {ticket.status === 'closed' ? ` · ${t('factClosed')}` : ''}
      </span>
    </>
  );
}

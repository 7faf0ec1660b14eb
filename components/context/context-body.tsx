import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { useWorkspace } from '../panel/workspace-context';
import { AboutContact } from './about-contact';
import { AddressText } from './address-text';
import { ContactCard } from './contact-card';
import { ConversationFacts } from './conversation-facts';
import { OtherConversations } from './other-conversations';
import { OtherTickets } from './other-tickets';
import { Section } from './section';
import { TicketCard } from './ticket-card';
import { TicketDetails } from './ticket-details';
import { useContextSettings } from './use-context-settings';

interface Props {
  subject: Subject;
  /** What stands above it, where it is not a pane. */
  head?: ReactNode;
  onOpen(conversation: Conversation): void;
}

/** Who this is about: the contact, the ticket, what else there is of them, who takes part, and what the conversation itself says. */
export function ContextBody({ subject, head, onOpen }: Props) {
  const { t } = useText();
  const { db } = useWorkspace();
  const { conversation, ticket } = subject;
  const { contactId, participants } = conversation;
  const answer = useLiveQuery(
    async () => ({ contactId, contact: contactId === null ? undefined : await db.contacts.get(contactId) }),
    [db, contactId],
  );
  const contact = answer?.contactId === contactId ? answer.contact : undefined;
  const settings = useContextSettings();
  // Kept with the ticket it is of: another conversation shows its card.
  const [detailsOf, setDetailsOf] = useState<Id>();
  if (!settings) return head;
  const leaveDetails = () => {
    setDetailsOf(undefined);
    requestAnimationFrame(() => document.getElementById('ticket-more')?.focus());
  };
  if (ticket && detailsOf === ticket.id)
    return <TicketDetails subject={subject} ticket={ticket} settings={settings} alone={head !== undefined} onBack={leaveDetails} />;
  return (
    <>
      {head}
      <div className="context-scroll">
        <ContactCard key={contactId} conversation={conversation} contact={contact} />
        <TicketCard key={ticket?.id} subject={subject} settings={settings} onMore={() => setDetailsOf(ticket?.id)} />
        {contactId !== null && <AboutContact contact={contact} settings={settings} />}
        <OtherConversations conversation={conversation} settings={settings} onOpen={onOpen} />
        <OtherTickets conversation={conversation} settings={settings} onOpen={onOpen} />
        {participants.length > 1 && (
          <Section name="participants" title={t('participantsTitle')} count={participants.length} settings={settings}>
            <ul className="grid gap-1.5">
              {participants.map((person) => (
                <li key={person.address} className="wrap-anywhere">
                  {person.name}
                  <span className={person.name ? 'block text-xs text-ink-3' : ''}>
                    <AddressText>{person.address}</AddressText>
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Section name="facts" title={t('conversation')} settings={settings}>
          <ConversationFacts conversation={conversation} />
        </Section>
      </div>
    </>
  );
}

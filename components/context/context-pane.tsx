import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { ContactSquare } from '../ui/contact-square';
import { AddressText } from './address-text';
import { ConversationFacts } from './conversation-facts';

/** Who this is about: the contact, everybody who takes part, and what the conversation itself says. */
export function ContextPane({ conversation, edge }: { conversation: Conversation; edge: ReactNode }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const { contactId, contactName, contactAddress, participants } = conversation;
  const contact = useLiveQuery(async () => (contactId === null ? undefined : await db.contacts.get(contactId)), [db, contactId]);
  const companyId = contact?.companyId ?? null;
  const company = useLiveQuery(async () => (companyId === null ? undefined : await db.companies.get(companyId)), [db, companyId]);
  const addresses = contact?.emails.length ? contact.emails : contactAddress === null ? [] : [contactAddress];
  const name = contact?.name || contactName;
  return (
    <aside className="pane context-pane" id="pane-context" tabIndex={-1} aria-label={t('details')}>
      {edge}
      <div className="context-scroll">
        <div className="flex gap-3 p-4 pt-3">
          <ContactSquare name={name} size="s36" />
          <div className="min-w-0 grow wrap-anywhere">
            <h2 className="pt-0.5 text-md font-semibold">{name}</h2>
            {addresses.map((address) => (
              <p key={address} className="text-ink-2">
                <AddressText>{address}</AddressText>
              </p>
            ))}
            {contact?.phone && <p className="num text-ink-2">{contact.phone}</p>}
            {company && <p className="text-ink-2">{company.name}</p>}
          </div>
        </div>
        {participants.length > 1 && (
          <Section title={t('participantsTitle')} count={participants.length}>
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
        <Section title={t('conversation')}>
          <ConversationFacts conversation={conversation} />
        </Section>
      </div>
    </aside>
  );
}

function Section({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const { number } = useText();
  return (
    <section className="sec">
      <h3>
        {title} {count !== undefined && <span className="n">{number(count)}</span>}
      </h3>
      {children}
    </section>
  );
}

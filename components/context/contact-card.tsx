import { UserRoundPlus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { ContactSquare } from '../ui/contact-square';
import { IconButton } from '../ui/icon-button';
import { AddressText } from './address-text';
import { AttachContact } from './attach-contact';
import { NoContact } from './no-contact';

/** Whose conversation this is: their name and addresses; ✕ takes them off it, another can be put on it (CTX-1). */
export function ContactCard({ conversation, contact }: { conversation: Conversation; contact: Contact | undefined }) {
  const { t } = useText();
  const perform = usePerform();
  const [attaching, setAttaching] = useState(false);
  const attach = useRef<HTMLButtonElement>(null);
  const { id: conversationId, contactId, contactName, contactAddress, spam, trashed } = conversation;
  const addresses = contact?.emails.length ? contact.emails : contactAddress === null || contactId === null ? [] : [contactAddress];
  const name = contact?.name || contactName;
  const leaveAttaching = () => {
    setAttaching(false);
    attach.current?.focus();
  };
  const detach = () => void perform('detachContact', { conversationId }, t('ctxDidDetach', { name }));
  return (
    <div className="contact-card">
      <ContactSquare name={name} size="s36" />
      <div className="min-w-0 grow wrap-anywhere">
        <div className="flex items-start">
          <h2 className="grow pt-0.5 text-md font-semibold">{contactId === null ? <AddressText>{name}</AddressText> : name}</h2>
          {contactId !== null && !trashed && (
            <>
              {!spam && (
                <IconButton
                  small
                  ref={attach}
                  icon={UserRoundPlus}
                  label={t('ctxAttachOther')}
                  aria-expanded={attaching}
                  onClick={() => setAttaching(!attaching)}
                />
              )}
              <IconButton small icon={X} label={t('ctxDetach')} onClick={detach} />
            </>
          )}
        </div>
        {addresses.map((address) => (
          <p key={address} className="text-ink-2">
            <AddressText>{address}</AddressText>
          </p>
        ))}
        {contact?.phone && <p className="num text-ink-2">{contact.phone}</p>}
        {contactId === null && <NoContact conversation={conversation} />}
        {attaching && contactId !== null && <AttachContact conversationId={conversationId} attached={contactId} onLeave={leaveAttaching} />}
      </div>
    </div>
  );
}

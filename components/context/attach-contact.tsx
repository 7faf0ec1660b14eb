import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Contact } from '../../domain/model/contact';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { findContacts } from '../../utils/store/contact-reads';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { ContactSquare } from '../ui/contact-square';
import { FindOne } from './find-one';

const most = 8;

/** Finds a contact by name or address, on this device, and puts them on the thread (CTX-1). */
export function AttachContact({ conversationId, attached, onLeave }: { conversationId: Id; attached: Id | null; onLeave(): void }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const [typed, setTyped] = useState('');
  const answer = useLiveQuery(async () => ({ typed, contacts: await findContacts(db, typed, most) }), [db, typed]);
  const found = answer?.contacts.filter((contact) => contact.id !== attached) ?? [];
  const choose = async ({ id: contactId, name }: Contact) => {
    if (await perform('attachContact', { conversationId, contactId }, t('ctxDidAttach', { name }))) onLeave();
  };
  return (
    <FindOne
      label={t('ctxFind')}
      hint={t('ctxFindHint')}
      foundLabel={t('ctxFound')}
      typed={typed}
      found={found}
      words={typed.trim() !== '' && answer?.typed === typed && found.length === 0 ? t('ctxNotFound') : ''}
      onType={setTyped}
      onChoose={(contact) => void choose(contact)}
      onLeave={onLeave}
    >
      {({ name, emails: [address] }) => (
        <>
          <ContactSquare name={name} />
          <span className="min-w-0">
            <span className="cut block">{name}</span>
            {address !== undefined && address !== name && <span className="cut block text-xs text-ink-3">{address}</span>}
          </span>
        </>
      )}
    </FindOne>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Contact } from '../../domain/model/contact';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { findContacts } from '../../utils/store/contact-reads';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { ContactSquare } from '../ui/contact-square';
import { Icon } from '../ui/icon';

const most = 8;

/** Finds a contact by name or address, on this device, and puts them on the thread (CTX-1). */
export function AttachContact({ conversationId, attached, onLeave }: { conversationId: Id; attached: Id | null; onLeave(): void }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = useLiveQuery(async () => ({ typed, contacts: await findContacts(db, typed, most) }), [db, typed]);
  const contacts = found?.contacts.filter((contact) => contact.id !== attached) ?? [];
  const choose = async (contact: Contact | undefined) => {
    if (!contact) return;
    if (await perform('attachContact', { conversationId, contactId: contact.id }, t('ctxDidAttach', { name: contact.name }))) onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    } else if (event.key === 'Enter') void choose(contacts[at]);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setAt((was) => (contacts.length === 0 ? 0 : (was + (event.key === 'ArrowDown' ? 1 : -1) + contacts.length) % contacts.length));
    else return;
    event.preventDefault();
  };
  const nothing = typed.trim() !== '' && found?.typed === typed && contacts.length === 0;
  return (
    <div className="mt-2">
      <div className="field">
        <Icon of={Search} size={14} className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
          autoFocus
          role="combobox"
          aria-label={t('ctxFind')}
          placeholder={t('ctxFindHint')}
          aria-expanded={contacts.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={contacts[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('ctxFound')} className="-mx-2 mt-1">
        {contacts.map((contact, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, arrows move here
          <div
            key={contact.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            className={`found ${index === at ? 'bg-selected' : ''}`}
            onPointerDown={(event) => {
              event.preventDefault();
              void choose(contact);
            }}
          >
            <ContactSquare name={contact.name} />
            <span className="min-w-0">
              <span className="cut block">{contact.name}</span>
              {contact.emails[0] !== undefined && contact.emails[0] !== contact.name && (
                <span className="cut block text-xs text-ink-3">{contact.emails[0]}</span>
              )}
            </span>
          </div>
        ))}
      </div>
      <p className="text-xs text-ink-3" role="status">
        {nothing ? t('ctxNotFound') : ''}
      </p>
    </div>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { AppWindow, ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { foldAddress } from '../../domain/model/fold-address';
import { useText } from '../../utils/i18n/use-text';
import type { ShownMail } from '../../utils/webmail/shown-mail';
import { useActionKeys } from '../actions/use-action-keys';
import { AboutContact } from '../context/about-contact';
import { AddressText } from '../context/address-text';
import { OtherConversations } from '../context/other-conversations';
import { OtherTickets } from '../context/other-tickets';
import { useContextSettings } from '../context/use-context-settings';
import { useWorkspace } from '../panel/workspace-context';
import { ContactSquare } from '../ui/contact-square';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';

interface Props {
  mail: ShownMail;
  onOpen(conversation: Conversation): void;
  onLeave(): void;
}

const webmails = { gmail: 'Gmail', outlook: 'Outlook' };

/** Whose mail it is that is open in the webmail, where it lies in none of one's inboxes: what this device knows of them, and no more than that (SUR-3). */
export function MailScreen({ mail, onOpen, onLeave }: Props) {
  const { t } = useText();
  const { db } = useWorkspace();
  const { provider, received, who } = mail;
  const contact = useLiveQuery(async () => (await db.contacts.where('emails').equals(foldAddress(who.address)).first()) ?? null, [db, who.address]);
  const settings = useContextSettings();
  const screen = useRef<HTMLElement>(null);
  useEffect(() => screen.current?.focus({ preventScroll: true }), []);
  useActionKeys((key) => {
    if (key === 'Escape') onLeave();
    return key === 'Escape';
  });
  const name = contact?.name || who.name || who.address;
  return (
    <main ref={screen} className="context-screen" tabIndex={-1} aria-label={t('details')}>
      <header className="bar top gap-0.5 px-1.5">
        <IconButton icon={ArrowLeft} label={t('mailBack')} aria-keyshortcuts="Escape" onClick={onLeave} />
        <h1 className="cut font-semibold">{t('mailTitle')}</h1>
      </header>
      <p className="flex items-start gap-2 bg-canvas px-4 py-2.5 text-xs text-ink-2">
        <Icon of={AppWindow} size={14} />
        <span className="min-w-0 wrap-anywhere">
          {t(received ? 'mailShownFrom' : 'mailTo', { webmail: webmails[provider], address: who.address })} {t('mailNotHere')}
        </span>
      </p>
      {settings && contact !== undefined && (
        <div className="context-scroll">
          <div className="contact-card">
            <ContactSquare name={name} size="s36" />
            <div className="min-w-0 grow wrap-anywhere">
              <h2 className="pt-0.5 text-md font-semibold">
                <AddressText>{name}</AddressText>
              </h2>
              {(contact?.emails ?? (name === who.address ? [] : [who.address])).map((address) => (
                <p key={address} className="text-ink-2">
                  <AddressText>{address}</AddressText>
                </p>
              ))}
              {contact?.phone && <p className="num text-ink-2">{contact.phone}</p>}
              {!contact && <p className="mt-0.5 text-ink-3">{t('ctxUnknown')}</p>}
            </div>
          </div>
          {contact && (
            <>
              <AboutContact contact={contact} settings={settings} />
              <OtherConversations conversation={{ contactId: contact.id }} settings={settings} onOpen={onOpen} />
              <OtherTickets conversation={{ contactId: contact.id }} settings={settings} onOpen={onOpen} />
            </>
          )}
        </div>
      )}
    </main>
  );
}

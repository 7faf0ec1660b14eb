import { useLiveQuery } from 'dexie-react-hooks';
import { AppWindow, ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { foldAddress } from '../../domain/model/fold-address';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { PageThread } from '../../utils/webmail/page-thread';
import type { ShownMail } from '../../utils/webmail/shown-mail';
import { useActionKeys } from '../actions/use-action-keys';
import { AboutContact } from '../context/about-contact';
import { AddressText } from '../context/address-text';
import { OtherConversations } from '../context/other-conversations';
import { OtherTickets } from '../context/other-tickets';
import { useContextSettings } from '../context/use-context-settings';
import { LogForm } from '../log/log-form';
import { useWorkspace } from '../panel/workspace-context';
import { ContactSquare } from '../ui/contact-square';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';

interface Props {
  mail: ShownMail;
  tabId: number;
  /** The thread it is in, as its page has it; nothing where the page does not show it any more. */
  thread: PageThread | undefined;
  /** Where one is. */
  inboxId: Id;
  onOpen(conversation: Conversation): void;
  onLeave(): void;
}

const webmails = { gmail: 'Gmail', outlook: 'Outlook' };

/**
 * The mail that is open in the webmail and lies in none of one's inboxes: the way to log it, and what this device knows of whose it is (SUR-3). Its page may have
 * gone on meanwhile; then it says so.
 */
export function MailScreen({ mail, tabId, thread, inboxId, onOpen, onLeave }: Props) {
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
  const webmail = webmails[provider];
  const known = settings && contact && (
    <>
      <AboutContact contact={contact} settings={settings} />
      <OtherConversations conversation={{ contactId: contact.id }} settings={settings} onOpen={onOpen} />
      <OtherTickets conversation={{ contactId: contact.id }} settings={settings} onOpen={onOpen} />
    </>
  );
  return (
    <main ref={screen} className="context-screen" tabIndex={-1} aria-label={t('logAction')}>
      <header className="bar top gap-0.5 px-1.5">
        <IconButton icon={ArrowLeft} label={t('mailBack')} aria-keyshortcuts="Escape" onClick={onLeave} />
        <h1 className="cut font-semibold">{t('logAction')}</h1>
      </header>
      <p className="flex items-start gap-2 bg-canvas px-4 py-2.5 text-xs text-ink-2">
        <Icon of={AppWindow} size={14} />
        <span className="min-w-0 wrap-anywhere">
          {t(received ? 'mailShownFrom' : 'mailTo', { webmail, address: who.address })} {t('mailNotHere')} {!thread && t('logGone', { webmail })}
        </span>
      </p>
      {thread && contact !== undefined && (
        <LogForm
          thread={thread}
          tabId={tabId}
          webmail={webmail}
          inboxId={inboxId}
          contact={contact}
          name={name}
          onLogged={(conversation) => (conversation ? onOpen(conversation) : onLeave())}
          onLeave={onLeave}
        >
          {known}
        </LogForm>
      )}
      {!thread && contact !== undefined && (
        <div className="context-scroll">
          <ContactHead
            name={name}
            emails={contact?.emails ?? (name === who.address ? [] : [who.address])}
            phone={contact?.phone}
            isKnown={contact !== null}
          />
          {known}
        </div>
      )}
    </main>
  );
}

interface HeadProps {
  name: string;
  emails: readonly string[];
  phone: string | null | undefined;
  isKnown: boolean;
}

function ContactHead({ name, emails, phone, isKnown }: HeadProps) {
  const { t } = useText();
  return (
    <div className="contact-card">
      <ContactSquare name={name} size="s36" />
      <div className="min-w-0 grow wrap-anywhere">
        <h2 className="pt-0.5 text-md font-semibold">
          <AddressText>{name}</AddressText>
        </h2>
        {emails.map((address) => (
          <p key={address} className="text-ink-2">
            <AddressText>{address}</AddressText>
          </p>
        ))}
        {phone && <p className="num text-ink-2">{phone}</p>}
        {!isKnown && <p className="mt-0.5 text-ink-3">{t('ctxUnknown')}</p>}
      </div>
    </div>
  );
}

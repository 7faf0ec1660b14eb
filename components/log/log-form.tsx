import { ChevronDown, CircleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { Contact } from '../../domain/model/contact';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import type { SplitText } from '../../utils/mail/split-quote';
import type { PageThread } from '../../utils/webmail/page-thread';
import { textsOfMarkups } from '../../utils/webmail/texts-of-markups';
import { useActionKeys } from '../actions/use-action-keys';
import { AddressText } from '../context/address-text';
import { useWorkspace } from '../panel/workspace-context';
import { useOwners } from '../thread/use-owners';
import { AgentCircle } from '../ui/agent-circle';
import { ContactSquare } from '../ui/contact-square';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { MenuButton } from '../ui/menu-button';
import { LogTicket } from './log-ticket';
import { MailToLog } from './mail-to-log';
import { type LogChoice, useLog } from './use-log';

interface Props {
  thread: PageThread;
  tabId: number;
  webmail: string;
  /** Where one is now: the inbox it is logged into unless one chooses. */
  inboxId: Id;
  /** Whom it is with, `null` for nobody one knows. */
  contact: Contact | null;
  name: string;
  onLogged(conversation: Conversation | undefined): void;
  onLeave(): void;
  /** What else is known of them. */
  children: ReactNode;
}

/** Log to inbox: where the open mail goes, and the mail as it will stand there (SUR-5, SUR-6). */
export function LogForm({ thread, tabId, webmail, inboxId: here, contact, name, onLogged, onLeave, children }: Props) {
  const { t } = useText();
  const { inboxes, members, me } = useWorkspace();
  const mine = inboxes.filter(({ id }) => members.some(({ inboxId, agentId }) => inboxId === id && agentId === me));
  const [choice, setChoice] = useState<LogChoice>({
    inboxId: mine.some(({ id }) => id === here) ? here : (mine[0]?.id ?? here),
    ownerId: undefined,
    ticket: 'none',
  });
  const [whole, setWhole] = useState(false);
  const asked = thread.mails[thread.at] as PageThread['mails'][number];
  const loggable = thread.mails.filter(({ refusal }) => !refusal);
  const { state, log } = useLog(tabId, asked, onLogged);
  const [text, setText] = useState<SplitText>();
  useEffect(() => {
    let gone = false;
    textsOfMarkups([asked.markup]).then(
      ([read]) => gone || setText(read),
      (error: unknown) => console.error('the open mail was not read', error),
    );
    return () => {
      gone = true;
    };
  }, [asked.markup]);
  const group = useId();
  const send = () => void log(whole ? loggable : [asked], choice);
  const problem = state === 'gone' ? t('logGone', { webmail }) : asked.refusal && t(`refusal_${asked.refusal}-not-logged`);
  useActionKeys((key, { target }) => {
    if (key !== 'Enter' || problem || (target instanceof Element && target.closest('button, a'))) return false;
    send();
    return true;
  });

  if (problem)
    return (
      <>
        <div role="alert" className="flex gap-2 px-4 py-3.5">
          <Icon of={CircleAlert} className="mt-0.5 text-late" />
          <div className="min-w-0">
            <b>{t('logNot')}</b>
            <p className="mt-1.5 text-ink-2">{problem}</p>
          </div>
        </div>
        <div className="context-scroll">
          {contact && <h2 className="sr-only">{t('mailTitle')}</h2>}
          {children}
        </div>
        <footer className="log-foot">
          <button type="button" className="btn line" onClick={onLeave}>
            {t('mailBack')}
          </button>
        </footer>
      </>
    );
  const inbox = inboxes.find(({ id }) => id === choice.inboxId);
  return (
    <>
      <div className="context-scroll">
        <dl className="log-fields">
          <dt>{t('settingsInbox')}</dt>
          <dd>
            {mine.length > 1 ? (
              <MenuButton
                label={t('settingsInbox')}
                buttonName={`${t('settingsInbox')}: ${inbox?.name}`}
                className="field w-full text-left"
                entries={mine.map(({ id, name: label }) => ({
                  kind: 'item',
                  id,
                  label,
                  checked: id === choice.inboxId,
                  // Owners and tickets are the inbox's own.
                  onSelect: () => setChoice({ inboxId: id, ownerId: undefined, ticket: choice.ticket === 'new' ? 'new' : 'none' }),
                }))}
              >
                <span className="cut grow">{inbox?.name}</span>
                <Icon of={ChevronDown} size={14} className="text-ink-3" />
              </MenuButton>
            ) : (
              <span className="wrap-anywhere">{inbox?.name}</span>
            )}
          </dd>
          <dt>{t('mailTitle')}</dt>
          <dd>
            <ContactSquare name={name} />
            <span className="min-w-0 wrap-anywhere">
              <AddressText>{name}</AddressText>
              {!contact && <span className="block text-xs text-ink-3">{t('ctxUnknown')}</span>}
            </span>
          </dd>
          {loggable.length > 1 && (
            <>
              <dt>{t('logWhat')}</dt>
              <dd className="block">
                {[false, true].map((all) => (
                  <label key={String(all)} className="pick">
                    <input type="radio" name={group} checked={whole === all} onChange={() => setWhole(all)} />
                    {all ? t('logWhole', { count: String(loggable.length) }) : t('logOne')}
                  </label>
                ))}
              </dd>
            </>
          )}
          <dt>{t('owner')}</dt>
          <dd>
            <LogOwner choice={choice} onChoose={(ownerId) => setChoice({ ...choice, ownerId })} />
          </dd>
          <dt>{t('ctxTicket')}</dt>
          <dd>
            <LogTicket choice={choice} contact={contact} onChoose={(ticket) => setChoice({ ...choice, ticket })} />
          </dd>
        </dl>
        <MailToLog mail={asked} text={text} webmail={webmail} folded={thread.folded > 0} />
        {contact && <h2 className="sr-only">{t('mailTitle')}</h2>}
        {children}
      </div>
      <footer className="log-foot">
        <button type="button" className="btn fill" disabled={state === 'busy'} aria-keyshortcuts="Enter" onClick={send}>
          {t(state === 'busy' ? 'mailLogging' : 'logIt')}
          <KeyCap usual="Enter" />
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {t('chnCancel')}
        </button>
        <span className="min-w-0 grow text-right text-xs text-ink-3">{t('logTwice')}</span>
      </footer>
    </>
  );
}

/** Whose it will be: one's own, unless one says otherwise (D21). */
function LogOwner({ choice: { inboxId, ownerId }, onChoose }: { choice: LogChoice; onChoose(ownerId: Id | null): void }) {
  const { t } = useText();
  const { agents, me } = useWorkspace();
  const people = useOwners(inboxId);
  const chosen = ownerId === undefined ? me : ownerId;
  const owner = chosen === null ? undefined : agents.get(chosen);
  return (
    <MenuButton
      label={t('ownerMenu')}
      className="btn -ml-1.5 min-w-0 px-1.5 font-normal"
      entries={[
        ...people.map(({ agent, label, away }) => ({
          kind: 'item' as const,
          id: agent.id,
          label,
          checked: agent.id === chosen,
          count: away,
          onSelect: () => onChoose(agent.id),
        })),
        { kind: 'separator', id: 'line' },
        { kind: 'item', id: 'nobody', label: t('unassigned'), checked: chosen === null, onSelect: () => onChoose(null) },
      ]}
    >
      {owner ? <AgentCircle agent={owner} me={owner.id === me} /> : <span className="who none" aria-hidden="true" />}
      <span className="sr-only">{t('owner')}</span>
      <span className="cut">{owner?.name ?? t('view_unassigned')}</span>
      <Icon of={ChevronDown} size={14} className="text-ink-3" />
    </MenuButton>
  );
}

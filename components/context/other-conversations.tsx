import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { otherConversations } from '../../utils/store/contact-reads';
import { titleOf } from '../actions/title-of';
import { useWorkspace } from '../panel/workspace-context';
import { channelIcon, channelName } from '../ui/channel-icon';
import { Icon } from '../ui/icon';
import { useNow } from '../ui/use-now';
import { Section } from './section';
import type { ContextSettingsHere } from './use-context-settings';

const first = 5;

interface Props {
  /** Beside which they stand; a contact alone, where there is none. */
  conversation: Pick<Conversation, 'contactId'> & Partial<Pick<Conversation, 'id'>>;
  settings: ContextSettingsHere;
  onOpen(conversation: Conversation): void;
}

/** What else the contact has written, in the inboxes one is in, newest first (CTX-4). */
export function OtherConversations({ conversation, settings, onOpen }: Props) {
  const text = useText();
  const { t, date, fullDate } = text;
  const { db } = useWorkspace();
  const now = useNow();
  const [all, setAll] = useState(false);
  const { contactId, id } = conversation;
  const others = useLiveQuery(async () => (contactId === null ? [] : await otherConversations(db, contactId, id)), [db, contactId, id]);
  return (
    <Section
      name="conversations"
      title={t(id === undefined ? 'mailConversations' : 'ctxOtherConversations')}
      count={others?.length}
      settings={settings}
    >
      {others?.length === 0 && <p className="text-ink-2">{t(contactId === null ? 'ctxNoContactNoOthers' : 'ctxNoOtherConversations')}</p>}
      <ul>
        {others?.slice(0, all ? undefined : first).map((other) => {
          const at = other.lastInboundAt ?? other.lastOutboundAt ?? other.createdAt;
          return (
            <li key={other.id}>
              <button type="button" className="mini" onClick={() => onOpen(other)}>
                <Icon of={channelIcon[other.channel]} size={14} />
                <span className="sr-only">{t(channelName[other.channel])}: </span>
                <span className="cut" title={titleOf(other, text)}>
                  {titleOf(other, text)}
                </span>
                {other.status === 'closed' && <span className="sr-only">, {t('factClosed')}, </span>}
                <time className="t" title={fullDate(at)}>
                  {date(at, now)}
                </time>
              </button>
            </li>
          );
        })}
      </ul>
      {others && others.length > first && !all && (
        <button type="button" className="btn text -ml-2.5" onClick={() => setAll(true)}>
          {t('ctxShowAll', { count: text.number(others.length) })}
        </button>
      )}
    </Section>
  );
}

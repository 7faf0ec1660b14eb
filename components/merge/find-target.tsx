import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { findConversations } from '../../utils/store/find-conversations';
import { titleOf } from '../actions/title-of';
import { FindOne } from '../context/find-one';
import { useWorkspace } from '../panel/workspace-context';
import { channelIcon, channelName } from '../ui/channel-icon';
import { Icon } from '../ui/icon';
import { useNow } from '../ui/use-now';

const most = 6;

interface Props {
  conversation: Conversation;
  onChoose(id: Id): void;
  onLeave(): void;
}

/** The contact's other conversations, and by typing any of the inbox; one that lies elsewhere says why not (THR-17, D16). */
export function FindTarget({ conversation, onChoose, onLeave }: Props) {
  const text = useText();
  const { t, date, fullDate } = text;
  const { db } = useWorkspace();
  const now = useNow();
  const [typed, setTyped] = useState('');
  const { id, contactId, inboxId } = conversation;
  const answer = useLiveQuery(
    async () => ({ typed, found: await findConversations(db, { id, contactId, inboxId }, typed, most) }),
    [db, id, contactId, inboxId, typed],
  );
  const found = answer?.found ?? [];
  const reasonOf = (other: Conversation) => (other.inboxId === inboxId ? undefined : t('refusal_other-inbox'));
  const nothing = typed.trim() === '' ? t('mrgNoOther') : t('mrgNotFound');
  return (
    <FindOne
      label={t('mrgFind')}
      hint={t('mrgFindHint')}
      foundLabel={t('mrgFound')}
      typed={typed}
      found={found}
      words={answer?.typed === typed && found.length === 0 ? nothing : ''}
      reasonOf={reasonOf}
      onType={setTyped}
      onChoose={(other) => onChoose(other.id)}
      onLeave={onLeave}
    >
      {(other) => {
        const at = other.lastInboundAt ?? other.lastOutboundAt ?? other.createdAt;
        const why = reasonOf(other);
        return (
          <>
            <Icon of={channelIcon[other.channel]} size={14} className="flex-none text-ink-3" />
            <span className="min-w-0 grow">
              <span className="sr-only">{t(channelName[other.channel])}: </span>
              <span className="flex items-center gap-2">
                <span className={`cut grow ${why ? 'text-ink-3' : ''}`} title={titleOf(other, text)}>
                  {titleOf(other, text)}
                </span>
                <time className="num flex-none text-xs text-ink-3" title={fullDate(at)}>
                  {date(at, now)}
                </time>
              </span>
              <span className="block text-xs text-ink-3">
                {why ?? (
                  <span className="flex gap-2">
                    <span className="cut grow">{other.contactName}</span>
                    {other.status === 'closed' && <span className="flex-none">{t('factClosed')}</span>}
                  </span>
                )}
              </span>
            </span>
          </>
        );
      }}
    </FindOne>
  );
}

import type { ReactNode } from 'react';
import { isLate } from '../../domain/conversation/is-late';
import type { Conversation } from '../../domain/model/conversation';
import { needsAnswer } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { channelName } from '../ui/channel-icon';
import { useNow } from '../ui/use-now';
import { AddressText } from './address-text';

/** What stands on the conversation's own row, in words; what it does not have is left out. */
export function ConversationFacts({ conversation }: { conversation: Conversation }) {
  const { t, date, time, number, fullDate } = useText();
  const { inboxes, channels } = useWorkspace();
  const now = useNow();
  const { createdAt, lastInboundAt, lastOutboundAt, dueAt, attachmentCount } = conversation;
  const inbox = inboxes.find(({ id }) => id === conversation.inboxId);
  const channel = channels.find(({ id }) => id === conversation.channelId);
  const today = (at: number) => new Date(at).toDateString() === new Date(now).toDateString();
  const when = (at: number | null) => at !== null && <time title={fullDate(at)}>{today(at) ? time(at) : date(at, now)}</time>;
  const late = isLate(conversation, now);
  const facts: [string, ReactNode][] = [
    [t('factInbox'), inbox?.name],
    [t('factChannel'), <AddressText key="channel">{channel?.address ?? channel?.name ?? t(channelName[conversation.channel])}</AddressText>],
    [t('factBegan'), when(createdAt)],
    [t('factLastIn'), when(lastInboundAt)],
    [t('factLastOut'), when(lastOutboundAt)],
    [t('factDue'), needsAnswer(conversation) && dueAt !== null && <span className={late ? 'font-semibold text-late' : ''}>{when(dueAt)}</span>],
    [t('factClosed'), conversation.status === 'closed' && when(conversation.closedAt)],
    [t('attachedFiles'), attachmentCount > 0 && number(attachmentCount)],
  ];
  return (
    <dl className="props">
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

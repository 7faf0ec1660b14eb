import { Bell, CircleCheck, ClockAlert, Trash2, UsersRound } from 'lucide-react';
import { isLate } from '../../domain/conversation/is-late';
import type { Conversation } from '../../domain/model/conversation';
import { needsAnswer } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { spamIcon, spamWords } from '../conversation-list/spam-reason';
import { useWorkspace } from '../panel/workspace-context';
import { TagChips } from '../tags/tag-chips';
import { channelIcon, channelName } from '../ui/channel-icon';
import { Icon } from '../ui/icon';
import { useNow } from '../ui/use-now';

/** Subject, and in one line: how late or since when, which way it came, whether one follows it, who takes part (THR-1, THR-18). */
export function ThreadTitle({ conversation }: { conversation: Conversation }) {
  const text = useText();
  const { t, plural, waiting, time, date } = text;
  const { channels, me } = useWorkspace();
  const now = useNow();
  const { dueAt, lastInboundAt, status, spam, trashed } = conversation;
  const owed = needsAnswer(conversation);
  const late = isLate(conversation, now);
  const when = (at: number) => (now - at < 86_400_000 ? time(at) : date(at, now));
  const channel = channels.find(({ id }) => id === conversation.channelId);
  const people = conversation.participants.map(({ name, address }) => name || address);
  return (
    <header className="thead">
      <h1 dir="auto">{titleOf(conversation, text)}</h1>
      <div className="tmeta">
        {late && dueAt !== null && (
          <span className="font-semibold text-late">
            <Icon of={ClockAlert} size={14} />
            {t('lateDue', { over: waiting(now - dueAt), due: when(dueAt) })}
          </span>
        )}
        {owed && !late && lastInboundAt !== null && (
          <span className="font-semibold text-ink">{t('waitingSince', { time: waiting(now - lastInboundAt) })}</span>
        )}
        {status === 'closed' && (
          <span>
            <Icon of={CircleCheck} size={14} />
            {t('closedAt', { time: when(conversation.closedAt) })}
          </span>
        )}
        {trashed && (
          <span className="text-late">
            <Icon of={Trash2} size={14} />
            {t('inTrashSince', { time: when(trashed.at) })}
          </span>
        )}
        {spam && (
          <span>
            <Icon of={spamIcon[spam.reason]} size={14} />
            {spamWords(spam, text)} · {t('inSpamSince', { time: when(spam.at) })}
          </span>
        )}
        <span>
          <Icon of={channelIcon[conversation.channel]} size={14} />
          {channel?.address ?? channel?.name ?? t(channelName[conversation.channel])}
        </span>
        {conversation.followers?.includes(me) && (
          <span>
            <Icon of={Bell} size={14} />
            {t('folFollowing')}
          </span>
        )}
        {people.length > 0 && (
          <span title={people.join('\n')}>
            <Icon of={UsersRound} size={14} />
            <span className="wrap-anywhere">{people.length <= 2 ? people.join(', ') : plural('participants', people.length)}</span>
          </span>
        )}
      </div>
      <TagChips conversation={conversation} />
    </header>
  );
}

import { AlarmClock, Bot, Check, CircleAlert, EyeOff, Forward, Lock, type LucideIcon, Paperclip, PenLine, PhoneMissed, Reply } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import type { ViewId } from '../../domain/view/views-of';
import { useText } from '../../utils/i18n/use-text';
import { titleOf } from '../actions/title-of';
import { useWorkspace } from '../panel/workspace-context';
import { AgentCircle } from '../ui/agent-circle';
import { channelIcon } from '../ui/channel-icon';
import { Icon } from '../ui/icon';
import { type Mark, type RowFacts, rowFacts } from './row-facts';
import { rowName } from './row-name';
import { snoozeWords } from './snooze-words';
import { spamIcon, spamWords } from './spam-reason';

interface Props {
  conversation: Conversation;
  view: ViewId;
  now: number;
  compact: boolean;
  cursor: boolean;
  /** It is open, or, while some are ticked, one of them. */
  selected: boolean;
  /** Whether the box in it is ticked; without a value it shows its mark instead. */
  ticked?: boolean | undefined;
  index: number;
  total: number;
  /** What it offers under the pointer. */
  tools?: ReactNode;
  /** Words of mine wait in it. */
  drafted: boolean;
  /** Something in it I have not seen, since I looked. Not asked in quick triage, which has no room to say it. */
  unseen?: boolean;
  /** The last one of its day: the heading below it parts them, no line is needed. */
  last: boolean;
}

const marks: Partial<Record<Mark, LucideIcon>> = { failed: CircleAlert, forwarded: Forward, answered: Reply };

/** One conversation in a list: the same four answers in the same four places (design 3). Presses are read by the list from `data-do`. */
export function ConversationRow({
  conversation,
  view,
  now,
  compact,
  cursor,
  selected,
  ticked,
  index,
  total,
  tools,
  drafted,
  unseen = false,
  last,
}: Props) {
  const text = useText();
  const { me, agents } = useWorkspace();
  const facts = rowFacts(conversation, view, now);
  const owner = conversation.ownerId === null ? undefined : agents.get(conversation.ownerId);
  const mark = marks[facts.mark];
  const botLeads = conversation.bot !== null && conversation.bot.handedOverAt === null;
  const missed = conversation.call !== undefined && conversation.call.outcome !== 'answered';
  const special = facts.third.kind !== 'preview';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list holds the focus and names the row by aria-activedescendant
    <div
      id={`row-${conversation.id}`}
      data-conversation={conversation.id}
      role="option"
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={index + 1}
      aria-label={rowName(conversation, { ...facts, drafted, unseen }, owner, me, text)}
      aria-description={describes(facts, { text, me, agents, now })}
      className={`row ${facts.owed ? 'need' : ''} ${facts.mark === 'late' ? 'over' : ''} ${cursor ? 'is-cursor' : ''} ${last ? 'last' : ''}`}
    >
      <div className="g" data-do="tick">
        <span className={facts.mark === 'failed' ? 'text-late' : ''}>
          {ticked !== undefined ? (
            <span className={`tick ${ticked ? 'on' : ''}`}>
              <Icon of={Check} size={12} />
            </span>
          ) : mark ? (
            <Icon of={mark} size={14} />
          ) : facts.mark === 'late' || facts.mark === 'waiting' ? (
            <i className="dot" />
          ) : null}
        </span>
        <span>
          <Icon of={botLeads ? Bot : missed ? PhoneMissed : channelIcon[conversation.channel]} size={14} />
        </span>
      </div>
      <div className="min-w-0">
        <div className="n1">
          <span className="nm cut">{conversation.contactName}</span>
          {facts.others > 0 && <span className="num text-xs text-ink-3">+{facts.others}</span>}
          <RowTime facts={facts} now={now} />
        </div>
        <div className="n2">
          {unseen && <i className="unseen" title={text.t('readSince')} />}
          {compact && special ? <Third facts={facts} now={now} /> : <span className="sub cut">{titleOf(conversation, text)}</span>}
          {drafted && (
            <span className="inline-flex shrink-0 items-center gap-1 text-ink-2 text-xs">
              <Icon of={PenLine} size={12} />
              {text.t('rowDraft')}
            </span>
          )}
          {owner && facts.showOwner ? (
            <AgentCircle agent={owner} me={owner.id === me} size="s20" />
          ) : facts.showOwner ? (
            <span className="who none s20" data-do="assign-to-me" title={text.t('unassignedTakeIt')} />
          ) : null}
        </div>
        {!compact && (
          <div className="pre">
            <Third facts={facts} now={now} />
            {conversation.attachmentCount > 0 && (
              <span className="clip">
                <Icon of={Paperclip} size={12} />
              </span>
            )}
          </div>
        )}
      </div>
      {tools}
    </div>
  );
}

/** The third line in words; why something is Spam stands in the name of its view. */
const describes = ({ third }: RowFacts, reader: Parameters<typeof snoozeWords>[1]) =>
  third.kind === 'hidden' ? reader.text.t('hidLine') : 'text' in third ? third.text : snoozeWords(third, reader);

function RowTime({ facts, now }: { facts: RowFacts; now: number }) {
  const { t, waiting, time, date, fullDate } = useText();
  const { time: when } = facts;
  const today = new Date(when.at).toDateString() === new Date(now).toDateString();
  const words =
    when.kind === 'over'
      ? t('timeOver', { time: waiting(when.ms) })
      : when.kind === 'waiting'
        ? waiting(when.ms)
        : today
          ? time(when.at)
          : date(when.at, now);
  return (
    <span className="t" title={fullDate(when.at)}>
      {words}
    </span>
  );
}

function Third({ facts: { third }, now }: { facts: RowFacts; now: number }) {
  const text = useText();
  const { t } = text;
  const { agents, me } = useWorkspace();
  switch (third.kind) {
    case 'failure':
      return <span className="cut text-late">{third.state === 'unknown' ? t('deliveryUnknown') : t('notDelivered', { text: third.text })}</span>;
    case 'spam':
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon of={spamIcon[third.reason]} size={12} />
          <span className="cut">{spamWords(third, text)}</span>
        </span>
      );
    case 'snoozed':
    case 'back':
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon of={AlarmClock} size={12} />
          <span className="cut">{snoozeWords(third, { text, me, agents, now })}</span>
        </span>
      );
    case 'comment': {
      const name = agents.get(third.agentId)?.name.split(' ')[0];
      return (
        <span className="paper">
          <Icon of={Lock} size={12} />
          <span className="cut">{name ? `${name}: ${third.text}` : third.text}</span>
        </span>
      );
    }
    case 'hidden':
      return (
        <span className="flex min-w-0 items-center gap-1.5">
          <Icon of={EyeOff} size={12} />
          <span className="cut">{t('hidLine')}</span>
        </span>
      );
    case 'preview':
      return <span className="cut">{third.text}</span>;
    default:
      return third satisfies never;
  }
}

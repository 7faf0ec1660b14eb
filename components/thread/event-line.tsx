import {
  AlarmClock,
  CircleCheck,
  CornerUpLeft,
  FolderInput,
  Info,
  type LucideIcon,
  MailX,
  Merge,
  OctagonAlert,
  RotateCcw,
  ShieldBan,
  Tag,
  Ticket,
  Trash2,
  UnfoldVertical,
  UserRound,
  UserRoundPlus,
} from 'lucide-react';
import type { ThreadEvent } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { useNow } from '../ui/use-now';
import { EntryTime } from './entry-time';
import { eventWords } from './event-words';

const icons: Record<ThreadEvent['code'], LucideIcon> = {
  'restored-by-answer': RotateCcw,
  'reopened-by-answer': CornerUpLeft,
  'ticket-still-closed': Ticket,
  'bounce-received': MailX,
  'auto-reply-received': Info,
  'assigned-in-turn': UserRoundPlus,
  'assigned-fewest-open': UserRoundPlus,
  'assigned-contact-owner': UserRoundPlus,
  'unassigned-nobody-left': UserRound,
  'unassigned-nobody-available': UserRound,
  'unassigned-at-limit': UserRound,
  'unassigned-no-owner': UserRound,
  'unassigned-owner-away': UserRound,
  'unassigned-owner-at-limit': UserRound,
  'no-ticket-at-limit': Ticket,
  assigned: UserRoundPlus,
  unassigned: UserRound,
  'owner-left': UserRound,
  closed: CircleCheck,
  reopened: RotateCcw,
  'ticket-made': Ticket,
  'ticket-joined': Ticket,
  'ticket-stage': Ticket,
  snoozed: AlarmClock,
  'snooze-ended': AlarmClock,
  'snooze-over': AlarmClock,
  trashed: Trash2,
  restored: RotateCcw,
  'marked-spam': OctagonAlert,
  'sender-blocked': ShieldBan,
  'not-spam': RotateCcw,
  moved: FolderInput,
  merged: Merge,
  split: Merge,
  'contact-attached': UserRound,
  'contact-detached': UserRound,
  logged: FolderInput,
  tagged: Tag,
  untagged: Tag,
};

/** A line the rules wrote: what happened, to whom, by whom, when. */
export function EventLine({ message }: { message: ThreadMessage }) {
  const words = useEventWords(message);
  if (!message.event) return null;
  return (
    <div className="sys">
      <Icon of={icons[message.event.code]} size={14} />
      <div className="wrap-anywhere min-w-0">
        {words} <When message={message} />
      </div>
    </div>
  );
}

/** A run of them, in one line: how many, and the last (THR-20). */
export function FoldedActs({ messages, onOpen }: { messages: readonly [ThreadMessage, ...ThreadMessage[]]; onOpen(): void }) {
  const text = useText();
  const last = messages.at(-1) ?? messages[0];
  const words = useEventWords(last);
  return (
    <button type="button" className="sys w-full text-left" aria-expanded="false" onClick={onOpen}>
      <Icon of={UnfoldVertical} size={14} />
      <span className="wrap-anywhere min-w-0">
        {text.t('auditFolded', { count: text.number(messages.length), last: words })} <When message={last} />
      </span>
    </button>
  );
}

/** The time does not break: where the words need two lines it stands at their end, whole. */
function When({ message }: { message: ThreadMessage }) {
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true">· </span>
      <EntryTime at={message.receivedAt} claimedAt={message.claimedAt} />
    </span>
  );
}

function useEventWords(message: ThreadMessage): string {
  const text = useText();
  const { agents, inboxes, me } = useWorkspace();
  return eventWords(text, message, { agents, inboxes, me, now: useNow() });
}

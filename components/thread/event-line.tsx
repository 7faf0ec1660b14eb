import { CornerUpLeft, Info, type LucideIcon, MailX, RotateCcw, Ticket, UserRound, UserRoundPlus } from 'lucide-react';
import type { ThreadEvent } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
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
};

/** A line the rules wrote: what happened, to whom, when. */
export function EventLine({ message }: { message: ThreadMessage }) {
  const text = useText();
  const { agents } = useWorkspace();
  if (!message.event) return null;
  return (
    <div className="sys">
      <Icon of={icons[message.event.code]} size={14} />
      <div className="flex min-w-0 gap-1">
        <span className="min-w-0">{eventWords(text, message.event, agents)}</span>
        <span aria-hidden="true">·</span>
        <EntryTime at={message.receivedAt} />
      </div>
    </div>
  );
}

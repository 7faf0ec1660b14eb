import { CornerUpLeft, Info, type LucideIcon, MailX, RotateCcw, Ticket } from 'lucide-react';
import type { ThreadEvent } from '../../domain/model/message';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { Icon } from '../ui/icon';
import { EntryTime } from './entry-time';

const lines: Record<ThreadEvent['code'], [MessageKey, LucideIcon]> = {
  'restored-by-answer': ['eventRestored', RotateCcw],
  'reopened-by-answer': ['eventReopened', CornerUpLeft],
  'ticket-still-closed': ['eventTicketStillClosed', Ticket],
  'bounce-received': ['eventBounce', MailX],
  'auto-reply-received': ['eventAutoReply', Info],
};

/** A line the rules wrote: what happened, to whom, when. */
export function EventLine({ message }: { message: ThreadMessage }) {
  const { t } = useText();
  if (!message.event) return null;
  const [words, icon] = lines[message.event.code];
  return (
    <div className="sys">
      <Icon of={icon} size={14} />
      <div className="flex min-w-0 gap-1">
        <span className="min-w-0">{t(words, { name: message.event.name })}</span>
        <span aria-hidden="true">·</span>
        <EntryTime at={message.receivedAt} />
      </div>
    </div>
  );
}

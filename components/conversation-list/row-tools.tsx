import { AlarmClock, ArchiveRestore, CircleCheck, type LucideIcon, MailCheck, RotateCcw, Trash, Trash2, UserRoundPlus } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

type Tool = [action: string, label: MessageKey, usualKey: string, icon: LucideIcon];
const restore: Tool = ['restore-conversation', 'actionRestore', 'Delete', ArchiveRestore];
const forever: Tool = ['delete-forever', 'actionDeleteForever', 'Backspace', Trash];
const notSpam: Tool = ['mark-not-spam', 'actionNotSpam', '!', MailCheck];
const take: Tool = ['assign-to-me', 'actionAssignToMe', 'a', UserRoundPlus];
const close: Tool = ['close-conversation', 'actionClose', 'e', CircleCheck];
const reopen: Tool = ['reopen-conversation', 'actionReopen', 'e', RotateCcw];
const snooze: Tool = ['snooze-conversation', 'actionSnooze', 'h', AlarmClock];
const trash: Tool = ['trash-conversation', 'actionTrash', 'Delete', Trash2];

/** What a row offers under the pointer: what fits where it lies. */
function toolsOf({ trashed, spam, status, ownerId }: Conversation, me: Id): Tool[] {
  if (trashed) return [restore, forever];
  if (spam) return [notSpam, trash];
  return [...(ownerId === me ? [] : [take]), ...(status === 'open' ? [close, snooze] : [reopen]), trash];
}

/** Under the pointer only; the keyboard has a key for each, so these are left out of the tab order and of what is read aloud. */
export function RowTools({ conversation }: { conversation: Conversation }) {
  const { t } = useText();
  const { me } = useWorkspace();
  const { cap } = useKeys();
  return (
    <div className="acts" aria-hidden="true">
      {toolsOf(conversation, me).map(([action, label, key, icon]) => (
        <span key={action} className="ib" data-do={action} title={cap(key) ? `${t(label)} (${cap(key)})` : t(label)}>
          <Icon of={icon} />
        </span>
      ))}
    </div>
  );
}

import { ArchiveRestore, CircleCheck, type LucideIcon, MailCheck, RotateCcw, Trash2, UserRoundPlus } from 'lucide-react';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

type Tool = [action: string, label: MessageKey, key: string, icon: LucideIcon];
const restore: Tool = ['restore-conversation', 'actionRestore', 'Del', ArchiveRestore];
const notSpam: Tool = ['mark-not-spam', 'actionNotSpam', '!', MailCheck];
const take: Tool = ['assign-to-me', 'actionAssignToMe', 'A', UserRoundPlus];
const close: Tool = ['close-conversation', 'actionClose', 'E', CircleCheck];
const reopen: Tool = ['reopen-conversation', 'actionReopen', 'E', RotateCcw];
const trash: Tool = ['trash-conversation', 'actionTrash', 'Del', Trash2];

/** What a row offers under the pointer: what fits where it lies. */
function toolsOf({ trashed, spam, status, ownerId }: Conversation, me: Id): Tool[] {
  if (trashed) return [restore];
  if (spam) return [notSpam, trash];
  return [...(ownerId === me ? [] : [take]), status === 'open' ? close : reopen, trash];
}

/** Under the pointer only; the keyboard has a key for each, so these are left out of the tab order and of what is read aloud. */
export function RowTools({ conversation }: { conversation: Conversation }) {
  const { t } = useText();
  const { me } = useWorkspace();
  return (
    <div className="acts" aria-hidden="true">
      {toolsOf(conversation, me).map(([action, label, key, icon]) => (
        <span key={action} className="ib" data-do={action} title={`${t(label)} (${key})`}>
          <Icon of={icon} />
        </span>
      ))}
    </div>
  );
}

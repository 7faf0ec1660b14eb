import { Ellipsis } from 'lucide-react';
import type { ActionContext, Subject } from '../actions/action';
import { actionEntries } from '../actions/action-entries';
import { assignToMe } from '../actions/assign-to-me';
import { closeConversation } from '../actions/close-conversation';
import { alwaysAllowSender, markNotSpam } from '../actions/mark-not-spam';
import { markSpam } from '../actions/mark-spam';
import { reopenConversation } from '../actions/reopen-conversation';
import { reopenTicket } from '../actions/reopen-ticket';
import { restoreConversation } from '../actions/restore-conversation';
import { trashConversation } from '../actions/trash-conversation';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';

const first = [assignToMe, closeConversation, reopenConversation, reopenTicket];
const second = [markSpam, markNotSpam, alwaysAllowSender, trashConversation, restoreConversation];

/** More of the thread (THR-5). */
export function ThreadMenu({ subject, context }: { subject: Subject; context: ActionContext }) {
  const [top, bottom] = [actionEntries(first, subject, context), actionEntries(second, subject, context)];
  return (
    <MenuButton
      label={context.text.t('moreActions')}
      nameButton
      className="ib"
      align="end"
      entries={[...top, ...(top.length > 0 && bottom.length > 0 ? [{ kind: 'separator' as const, id: 'line' }] : []), ...bottom]}
    >
      <Icon of={Ellipsis} />
    </MenuButton>
  );
}

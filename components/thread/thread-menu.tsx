import { AppWindow, Ellipsis } from 'lucide-react';
import type { ActionContext, Subject } from '../actions/action';
import { actionEntries } from '../actions/action-entries';
import { assignToMe } from '../actions/assign-to-me';
import { blockSender, unblockSender } from '../actions/block-sender';
import { closeConversation } from '../actions/close-conversation';
import { deleteForever } from '../actions/delete-forever';
import { alwaysAllowSender, markNotSpam } from '../actions/mark-not-spam';
import { markSpam } from '../actions/mark-spam';
import { reopenConversation } from '../actions/reopen-conversation';
import { reopenTicket } from '../actions/reopen-ticket';
import { restoreConversation } from '../actions/restore-conversation';
import { trashConversation } from '../actions/trash-conversation';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';

const first = [assignToMe, closeConversation, reopenConversation, reopenTicket];
const second = [markSpam, markNotSpam, alwaysAllowSender, blockSender, unblockSender, trashConversation, restoreConversation, deleteForever];

interface Props {
  subject: Subject;
  context: ActionContext;
  /** Opens this conversation in a tab; absent where one is in a tab already. */
  onFullPage?: (() => void) | undefined;
}

/** More of the thread (THR-5). */
export function ThreadMenu({ subject, context, onFullPage }: Props) {
  const fullPage = { kind: 'item' as const, id: 'full-page', label: context.text.t('openFullPage'), icon: AppWindow, onSelect: () => onFullPage?.() };
  const groups: MenuEntry[][] = [actionEntries(first, subject, context), actionEntries(second, subject, context), onFullPage ? [fullPage] : []];
  const filled = groups.filter((group) => group.length > 0);
  return (
    <MenuButton
      label={context.text.t('moreActions')}
      nameButton
      className="ib"
      align="end"
      entries={filled.flatMap((group, at) => (at === 0 ? group : [{ kind: 'separator' as const, id: `line-${at}` }, ...group]))}
    >
      <Icon of={Ellipsis} />
    </MenuButton>
  );
}

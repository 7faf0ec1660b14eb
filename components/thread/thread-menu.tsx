import { AppWindow, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ActionContext, Subject } from '../actions/action';
import { actionEntries } from '../actions/action-entries';
import { menuActions } from '../actions/all-actions';
import { useLater } from '../panel/use-later';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';

const loadDeleteTicket = () => import('../ticket/delete-ticket-dialog');

interface Props {
  subject: Subject;
  context: ActionContext;
  /** Opens this conversation in a tab; absent where one is in a tab already. */
  onFullPage?: (() => void) | undefined;
}

/** More of the thread (THR-5). */
export function ThreadMenu({ subject, context, onFullPage }: Props) {
  const fullPage = { kind: 'item' as const, id: 'full-page', label: context.text.t('openFullPage'), icon: AppWindow, onSelect: () => onFullPage?.() };
  const { ticket, conversation, liveSiblings } = subject;
  const [asking, setAsking] = useState(false);
  const dialog = useLater(loadDeleteTicket, asking);
  const many = liveSiblings + 1;
  const words = { number: `T-${ticket?.number}` };
  const deleteTicket = () => ticket && context.perform('deleteTicket', { ticketId: ticket.id }, context.text.plural('tktDidDelete', many, words));
  // Other customers' threads are not to go unnoticed (D6).
  const deletion: MenuEntry = {
    kind: 'item',
    id: 'delete-ticket',
    label: context.text.plural('tktDelete', many),
    icon: Trash2,
    danger: true,
    onSelect: () => (liveSiblings > 0 ? setAsking(true) : void deleteTicket()),
  };
  const offered = ticket && !ticket.trashedAt && !conversation.trashed;
  const acts = menuActions.map((group) => actionEntries(group, subject, context));
  if (offered) acts.at(-1)?.push(deletion);
  const filled = [...acts, onFullPage ? [fullPage] : []].filter((group) => group.length > 0);
  return (
    <>
      <MenuButton
        label={context.text.t('moreActions')}
        nameButton
        className="ib"
        align="end"
        entries={filled.flatMap((group, at) => (at === 0 ? group : [{ kind: 'separator' as const, id: `line-${at}` }, ...group]))}
      >
        <Icon of={Ellipsis} />
      </MenuButton>
      {asking && ticket && dialog && (
        <dialog.DeleteTicketDialog ticket={ticket} conversations={many} onDelete={() => void deleteTicket()} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

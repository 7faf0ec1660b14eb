import { useLater } from '../panel/use-later';
import type { Inbox } from './use-inbox';

const loadDialogs = () => import('./inbox-dialogs');

/** Room for what opens over the inbox. */
export function DialogsLater({ inbox, panes = false }: { inbox: Inbox; panes?: boolean }) {
  const asked = inbox.dialog !== undefined || inbox.asking !== undefined;
  const dialogs = useLater(loadDialogs, asked);
  return asked && dialogs ? <dialogs.InboxDialogs inbox={inbox} panes={panes} /> : null;
}

import { KeySheet } from '../actions/key-sheet';
import { useLater } from '../panel/use-later';
import type { Inbox } from './use-inbox';

const loadInvite = () => import('../invite/invite-dialog');
const loadSignOut = () => import('../onboarding/sign-out-dialog');

/** What the menu opens over the inbox. */
export function InboxDialogs({ inbox, panes = false }: { inbox: Inbox; panes?: boolean }) {
  const close = () => inbox.setDialog(undefined);
  const invite = useLater(loadInvite, inbox.dialog === 'invite');
  const signOut = useLater(loadSignOut, inbox.dialog === 'sign-out');
  switch (inbox.dialog) {
    case 'keys':
      return <KeySheet panes={panes} onClose={close} />;
    case 'invite':
      return invite ? <invite.InviteDialog inboxId={inbox.place.inboxId} onClose={close} /> : null;
    case 'sign-out':
      return signOut ? <signOut.SignOutDialog onClose={close} /> : null;
    case undefined:
      return null;
    default:
      return inbox.dialog satisfies never;
  }
}

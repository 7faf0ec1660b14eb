import { KeySheet } from '../actions/key-sheet';
import { ImportDialog } from '../import/import-dialog';
import { InviteDialog } from '../invite/invite-dialog';
import { MergeDialog } from '../merge/merge-dialog';
import { AddConnectionDialog } from '../onboarding/add-connection-dialog';
import { DeleteLocalDialog } from '../onboarding/delete-local-dialog';
import { NeedsHubDialog } from '../onboarding/needs-hub-dialog';
import { SignOutDialog } from '../onboarding/sign-out-dialog';
import { whyNot } from '../panel/why-not';
import { useWorkspace } from '../panel/workspace-context';
import { BlockSenderDialog } from '../senders/block-sender-dialog';
import { SnoozeDialog } from '../snooze/snooze-dialog';
import { TagDialog } from '../tags/tag-dialog';
import { DeleteForeverDialog } from '../trash/delete-forever-dialog';
import { ArrangeViewsDialog } from '../views/arrange-views-dialog';
import { ViewDialog } from '../views/view-dialog';
import { MoveDialog } from './move-dialog';
import type { Inbox } from './use-inbox';

/** What a menu or an action opens over the inbox, all in one part that is brought once the rows are painted. */
export function InboxDialogs({ inbox, panes = false }: { inbox: Inbox; panes?: boolean }) {
  const close = () => inbox.setDialog(undefined);
  const { source } = useWorkspace();
  if (inbox.asking) {
    const { question, on } = inbox.asking;
    const { answered } = inbox;
    switch (question) {
      case 'snooze':
        return <SnoozeDialog conversation={on} onClose={answered} />;
      case 'tag':
        return <TagDialog conversation={on} onClose={answered} />;
      case 'block-sender':
        return <BlockSenderDialog conversation={on} onClose={answered} />;
      case 'move-conversation':
        return <MoveDialog conversation={on} onMoved={() => inbox.gone(on.id)} onClose={answered} />;
      case 'merge-conversation':
        return <MergeDialog conversation={on} actInto={inbox.actInto} onClose={answered} />;
      case 'delete-forever':
        return <DeleteForeverDialog conversation={on} onDeleted={() => inbox.gone(on.id)} onClose={answered} />;
      default:
        return question satisfies never;
    }
  }
  const alone = whyNot(source, 'invite');
  switch (inbox.dialog) {
    case 'keys':
      return <KeySheet panes={panes} onClose={close} />;
    case 'import':
      return <ImportDialog inboxId={inbox.place.inboxId} onClose={close} />;
    case 'add-connection':
      return <AddConnectionDialog onClose={close} />;
    case 'delete-local':
      return <DeleteLocalDialog onClose={close} />;
    case 'invite':
      return alone ? (
        <NeedsHubDialog title="inviteTitle" why={alone} onConnect={() => inbox.setDialog('add-connection')} onClose={close} />
      ) : (
        <InviteDialog inboxId={inbox.place.inboxId} onClose={close} />
      );
    case 'new-view':
      return <ViewDialog inbox={inbox} onClose={close} />;
    case 'change-view':
      return inbox.viewOpen ? <ViewDialog inbox={inbox} view={inbox.viewOpen} onClose={close} /> : null;
    case 'arrange-views':
      return <ArrangeViewsDialog inbox={inbox} onClose={close} />;
    case 'sign-out':
      return <SignOutDialog onClose={close} />;
    case undefined:
      return null;
    default:
      return inbox.dialog satisfies never;
  }
}

import { KeySheet } from '../actions/key-sheet';
import { useLater } from '../panel/use-later';
import { whyNot } from '../panel/why-not';
import { useWorkspace } from '../panel/workspace-context';
import type { Inbox } from './use-inbox';

const loadInvite = () => import('../invite/invite-dialog');
const loadAdd = () => import('../onboarding/add-connection-dialog');
const loadNeedsHub = () => import('../onboarding/needs-hub-dialog');
const loadDelete = () => import('../onboarding/delete-local-dialog');
const loadImport = () => import('../import/import-dialog');
const loadForever = () => import('../trash/delete-forever-dialog');
const loadBlock = () => import('../senders/block-sender-dialog');
const loadSnooze = () => import('../snooze/snooze-dialog');
const loadTag = () => import('../tags/tag-dialog');
const loadMove = () => import('./move-dialog');
const loadMerge = () => import('../merge/merge-dialog');
const loadView = () => import('../views/view-dialog');
const loadArrange = () => import('../views/arrange-views-dialog');
const loadSignOut = () => import('../onboarding/sign-out-dialog');

/** What the menu opens over the inbox. */
export function InboxDialogs({ inbox, panes = false }: { inbox: Inbox; panes?: boolean }) {
  const close = () => inbox.setDialog(undefined);
  const { source } = useWorkspace();
  const alone = whyNot(source, 'invite');
  const invite = useLater(loadInvite, inbox.dialog === 'invite' && !alone);
  const needsHub = useLater(loadNeedsHub, inbox.dialog === 'invite' && alone !== undefined);
  const importing = useLater(loadImport, inbox.dialog === 'import');
  const add = useLater(loadAdd, inbox.dialog === 'add-connection');
  const deletion = useLater(loadDelete, inbox.dialog === 'delete-local');
  const signOut = useLater(loadSignOut, inbox.dialog === 'sign-out');
  const view = useLater(loadView, inbox.dialog === 'new-view' || inbox.dialog === 'change-view');
  const arrange = useLater(loadArrange, inbox.dialog === 'arrange-views');
  const forever = useLater(loadForever, inbox.asking?.question === 'delete-forever');
  const block = useLater(loadBlock, inbox.asking?.question === 'block-sender');
  const snooze = useLater(loadSnooze, inbox.asking?.question === 'snooze');
  const tag = useLater(loadTag, inbox.asking?.question === 'tag');
  const move = useLater(loadMove, inbox.asking?.question === 'move-conversation');
  const merge = useLater(loadMerge, inbox.asking?.question === 'merge-conversation');
  if (inbox.asking) {
    const { question, on } = inbox.asking;
    if (question === 'snooze') return snooze ? <snooze.SnoozeDialog conversation={on} onClose={inbox.answered} /> : null;
    if (question === 'tag') return tag ? <tag.TagDialog conversation={on} onClose={inbox.answered} /> : null;
    if (question === 'block-sender') return block ? <block.BlockSenderDialog conversation={on} onClose={inbox.answered} /> : null;
    if (question === 'move-conversation')
      return move ? <move.MoveDialog conversation={on} onMoved={() => inbox.gone(on.id)} onClose={inbox.answered} /> : null;
    if (question === 'merge-conversation')
      return merge ? <merge.MergeDialog conversation={on} actInto={inbox.actInto} onClose={inbox.answered} /> : null;
    return forever ? <forever.DeleteForeverDialog conversation={on} onDeleted={() => inbox.gone(on.id)} onClose={inbox.answered} /> : null;
  }
  switch (inbox.dialog) {
    case 'keys':
      return <KeySheet panes={panes} onClose={close} />;
    case 'import':
      return importing ? <importing.ImportDialog inboxId={inbox.place.inboxId} onClose={close} /> : null;
    case 'add-connection':
      return add ? <add.AddConnectionDialog onClose={close} /> : null;
    case 'delete-local':
      return deletion ? <deletion.DeleteLocalDialog onClose={close} /> : null;
    case 'invite':
      if (alone)
        return needsHub ? (
          <needsHub.NeedsHubDialog title="inviteTitle" why={alone} onConnect={() => inbox.setDialog('add-connection')} onClose={close} />
        ) : null;
      return invite ? <invite.InviteDialog inboxId={inbox.place.inboxId} onClose={close} /> : null;
    case 'new-view':
      return view ? <view.ViewDialog inbox={inbox} onClose={close} /> : null;
    case 'change-view':
      return view && inbox.viewOpen ? <view.ViewDialog inbox={inbox} view={inbox.viewOpen} onClose={close} /> : null;
    case 'arrange-views':
      return arrange ? <arrange.ArrangeViewsDialog inbox={inbox} onClose={close} /> : null;
    case 'sign-out':
      return signOut ? <signOut.SignOutDialog onClose={close} /> : null;
    case undefined:
      return null;
    default:
      return inbox.dialog satisfies never;
  }
}

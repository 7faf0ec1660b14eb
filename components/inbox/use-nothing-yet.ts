import type { Id } from '../../domain/model/ids';
import { hasAccountAccess } from '../../domain/permission/has-account-access';
import type { ViewCounts } from '../../utils/store/view-counts';
import { useWorkspace } from '../panel/workspace-context';

/** Whether no conversation was ever in this inbox, no mailbox feeds it, and I am one who can bring mail in. */
export function useNothingYet(inboxId: Id, counts: ViewCounts | undefined): boolean {
  const { source, channels, agents, me } = useWorkspace();
  if (counts === undefined || Object.values(counts).some((one) => one !== undefined && one > 0)) return false;
  if (source.importFiles.can) return true;
  const self = agents.get(me);
  const mayConnect = source.channels.can && self !== undefined && hasAccountAccess(self);
  return mayConnect && !channels.some((channel) => channel.inboxId === inboxId && channel.mailbox !== undefined);
}

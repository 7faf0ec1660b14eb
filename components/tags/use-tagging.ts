import { useLiveQuery } from 'dexie-react-hooks';
import type { Workspace } from '../../domain/model/workspace';
import { useWorkspace } from '../panel/workspace-context';

/** The row on which a workspace's tags stand; none until it is read. */
export function useTagging(): Workspace | undefined {
  const { db } = useWorkspace();
  return useLiveQuery(() => db.workspaces.toCollection().first(), [db]);
}

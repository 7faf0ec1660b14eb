import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { Workspace } from '../model/workspace';
import { maySetUp } from '../permission/may-set-up';

/** What the workspace is called, on the hub's pages and in its agents' menus. From names of channels are their own (CHN-3) and stay. */
export const renameWorkspace = defineMutation({
  name: 'renameWorkspace',
  args: z.object({ workspaceId: Id, name: Workspace.shape.name.check(z.refine((text) => text.trim() !== '')) }),
  actor: 'any',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { workspaceId, name }) {
    tx.workspaces.put({ ...(await tx.workspaces.get(workspaceId)), name: name.trim() });
  },
});

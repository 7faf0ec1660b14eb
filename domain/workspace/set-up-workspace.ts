import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { Workspace } from '../model/workspace';

/** The first act in an empty hub: the workspace all else lies in. Done again it changes nothing. */
export const setUpWorkspace = defineMutation({
  name: 'setUpWorkspace',
  args: z.object({ workspaceId: Id, name: Workspace.shape.name }),
  actor: 'system',
  may: async (actor, { workspaceId }) => (actor.kind === 'system' && actor.workspaceId === workspaceId ? undefined : refuse('not-found')),
  async run(tx, { workspaceId, name }) {
    if (await tx.workspaces.find(workspaceId)) return;
    tx.workspaces.put({ id: workspaceId, space: workspaceSpace(workspaceId), name });
  },
});

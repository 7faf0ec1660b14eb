import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { TagName } from '../model/tag';
import { maySetUp } from '../permission/may-set-up';
import { liveTags, sameName, tagOf } from './tags-of';

/** One thing done to a workspace's tags, so that two who put them in order at once both get what they did. */
const Change = z.discriminatedUnion('do', [
  z.object({ do: z.literal('rename'), tagId: Id, name: TagName }),
  /** `into`: the tag every conversation that has this one has from then on. */
  z.object({ do: z.literal('merge'), tagId: Id, into: Id }),
]);

/** Puts the tags of a workspace in order (THR-16): another name, or two that are one from then on. No conversation is touched, however many have it. */
export const changeTags = defineMutation({
  name: 'changeTags',
  args: z.object({ workspaceId: Id, change: Change }),
  actor: 'any',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { workspaceId, change }) {
    const workspace = await tx.workspaces.get(workspaceId);
    const tag = tagOf(workspace, change.tagId);
    if (!tag) return refuse('tag-gone');
    const put = (changed: typeof tag) =>
      tx.workspaces.put({ ...workspace, tags: (workspace.tags ?? []).map((one) => (one.id === changed.id ? changed : one)) });
    switch (change.do) {
      case 'rename':
        if (liveTags(workspace).some((one) => one.id !== tag.id && sameName(one.name, change.name)))
          return refuse('tag-taken', { name: change.name });
        return put({ ...tag, name: change.name });
      case 'merge': {
        const into = tagOf(workspace, change.into);
        if (!into) return refuse('tag-gone');
        return into.id === tag.id ? undefined : put({ ...tag, into: into.id });
      }
      default:
        return change satisfies never;
    }
  },
});

import type { CustomView, ViewFilter } from '../model/custom-view';
import type { Id } from '../model/ids';
import type { Workspace } from '../model/workspace';
import { tagOf } from '../tag/tags-of';

/** A custom view as an index knows it: with its tags by every id that means one of them. */
export interface IndexedView {
  id: Id;
  inboxId: Id;
  filter: ViewFilter;
}

/** What an index of conversations has to know of a view. It is another one when tags became one, though nobody touched the view (THR-16). */
export function indexedView({ id, inboxId, filter }: CustomView, workspace: Pick<Workspace, 'tags'> | undefined): IndexedView {
  if (!filter.tags) return { id, inboxId, filter };
  const meant = new Set(filter.tags.map((tagId) => tagOf(workspace, tagId)?.id ?? tagId));
  const all = (workspace?.tags ?? []).filter((tag) => meant.has(tagOf(workspace, tag.id)?.id ?? tag.id)).map((tag) => tag.id);
  return { id, inboxId, filter: { ...filter, tags: [...new Set([...filter.tags, ...all])].sort() } };
}

import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Tag } from '../model/tag';
import type { Workspace } from '../model/workspace';

type Tagging = Pick<Workspace, 'tags'> | undefined;

/** Tags that can be put on a conversation: those that went into others are no more. */
export const liveTags = (workspace: Tagging): Tag[] => (workspace?.tags ?? []).filter(({ into }) => into === undefined);

/** The tag an id means by now. */
export function tagOf(workspace: Tagging, tagId: Id): Tag | undefined {
  const tags = workspace?.tags ?? [];
  const called = (id: Id) => tags.find((tag) => tag.id === id);
  let tag = called(tagId);
  // As many steps as there are tags: rows of elsewhere may go round in a ring, and then mean none.
  for (let left = tags.length; tag?.into !== undefined; left--) tag = left > 0 ? called(tag.into) : undefined;
  return tag;
}

/** A conversation's tags as they are by now, each once, in the order they came (THR-16). */
export const tagsOf = ({ tags = [] }: Pick<Conversation, 'tags'>, workspace: Tagging): Tag[] => [
  ...new Set(tags.flatMap((id) => tagOf(workspace, id) ?? [])),
];

/** Names are one whatever their capitals: nobody wants "vip" beside "VIP". */
export const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

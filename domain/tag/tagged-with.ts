import type { Id } from '../model/ids';
import { withEntries } from '../undo/entries-put-back';

/** The conversation with these tags, each once; one without says nothing of it. */
export const taggedWith = <R extends { tags?: unknown }>(conversation: R, tagIds: readonly Id[]): R => withEntries(conversation, 'tags', tagIds);

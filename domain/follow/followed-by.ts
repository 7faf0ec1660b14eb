import type { Id } from '../model/ids';
import { withEntries } from '../undo/entries-put-back';

/** The conversation with these followers, each once; one nobody follows says nothing of it. */
export const followedBy = <R extends { followers?: unknown }>(conversation: R, agentIds: readonly Id[]): R =>
  withEntries(conversation, 'followers', agentIds);

import type { DraftContent } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';

/** An editor of this device, by its account, its conversation and what is written in it. */
export const draftPlace = (connectionId: string, conversationId: Id, mode: DraftContent['mode']) => `${connectionId}:${conversationId}:${mode}`;

/** Where the words lie that are typed at a place and not yet saved as a draft. */
export const typedWordsKey = (place: string) => `typing:${place}`;

/** The conversation out of such a key again. */
export const conversationOfTyped = (key: string) => key.split(':').at(-2);

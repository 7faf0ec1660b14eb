import type { Conversation } from '../model/conversation';

export const day = 86_400_000;

/** How long a conversation lies in trash before it is deleted for good by itself (VIEW-10), ms. */
export const keptInTrash = 30 * day;

/** When that is, by the clock of a host that is always there; `undefined` for what is not in trash. */
export const deletedOn = ({ trashed }: Pick<Conversation, 'trashed'>): number | undefined => (trashed ? trashed.at + keptInTrash : undefined);

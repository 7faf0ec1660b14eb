import type { Id } from '../../domain/model/ids';

/** What a notification is about; without a conversation, several of an inbox. */
export interface NoticePlace {
  connectionId: string;
  inboxId: Id;
  conversationId?: Id;
}

/** The browser knows a notification by a name alone, and a worker that was stopped meanwhile knows no more: the name says all. One about the same takes its place. */
export const nameOfNotice = ({ connectionId, inboxId, conversationId = '' }: NoticePlace): string =>
  ['notice', connectionId, inboxId, conversationId].join('|');

export function placeOfNotice(name: string): NoticePlace | undefined {
  const [kind, connectionId, inboxId, conversationId] = name.split('|');
  if (kind !== 'notice' || !connectionId || !inboxId) return undefined;
  return { connectionId, inboxId, ...(conversationId ? { conversationId } : {}) };
}

import type { Id } from '../../domain/model/ids';

/** What a notification is about; without a conversation, several of an inbox; without a message, one that was given to me. */
export interface NoticePlace {
  connectionId: string;
  inboxId: Id;
  conversationId?: Id;
  messageId?: Id;
}

/** The browser knows a notification by a name alone, and a worker that was stopped meanwhile knows no more: the name says all. */
export const nameOfNotice = ({ connectionId, inboxId, conversationId = '', messageId = '' }: NoticePlace): string =>
  ['notice', connectionId, inboxId, conversationId, messageId].join('|');

export function placeOfNotice(name: string): NoticePlace | undefined {
  const [kind, connectionId, inboxId, conversationId, messageId] = name.split('|');
  if (kind !== 'notice' || !connectionId || !inboxId) return undefined;
  return { connectionId, inboxId, ...(conversationId && { conversationId }), ...(messageId && { messageId }) };
}

/** Of a channel that stopped. */
export const nameOfStop = (connectionId: string, channelId: Id): string => ['stop', connectionId, channelId].join('|');

export function placeOfStop(name: string): { connectionId: string; channelId: Id } | undefined {
  const [kind, connectionId, channelId] = name.split('|');
  return kind === 'stop' && connectionId && channelId ? { connectionId, channelId } : undefined;
}

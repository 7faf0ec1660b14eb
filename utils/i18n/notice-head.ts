import type { Notice } from '../../domain/notification/notices-of';
import type { MessageKey } from './messages';

const heads = {
  mention: 'notifyMention',
  assignment: 'notifyAssignment',
  reply: 'notifyReply',
  back: 'notifyBack',
  followed: 'notifyFollowed',
  conversation: 'notifyConversation',
} as const satisfies Record<Notice['event'], MessageKey>;

/** What a notice says in its first line, in the browser and by mail; `{name}` is who it is from. */
export const noticeHead = ({ event, messageId }: Pick<Notice, 'event' | 'messageId'>) =>
  event === 'followed' && messageId === null ? 'notifyFollowedClosed' : heads[event];

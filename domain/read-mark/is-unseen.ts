import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { ReadMark } from '../model/read-mark';

type Row = Pick<Conversation, 'lastInboundAt' | 'commentPreview' | 'spam' | 'trashed'>;

/** When it last had news for this agent, as `isNewsTo` says of each message: the row keeps when the contact and a colleague last had a word. */
export const newsAt = ({ lastInboundAt, commentPreview }: Pick<Row, 'lastInboundAt' | 'commentPreview'>, agentId: Id): number =>
  Math.max(lastInboundAt ?? 0, commentPreview && commentPreview.agentId !== agentId ? commentPreview.at : 0);

/**
 * Whether there is something in it since its agent looked, or they said so (THR-21). Never of one they have not looked at: what waits says so by itself.
 * Nor of what lies in Spam and trash.
 */
export const isUnseen = (mark: Pick<ReadMark, 'seenAt' | 'unread'> | undefined, conversation: Row, agentId: Id): boolean =>
  mark !== undefined && !conversation.spam && !conversation.trashed && (mark.unread === true || newsAt(conversation, agentId) > mark.seenAt);

import { firstWords } from '../message/first-words';
import type { Conversation } from '../model/conversation';
import type { Message } from '../model/message';
import { withPreviewOf } from './with-preview-of';

/**
 * The conversation once `message` is in it: the only place that keeps counts, times and previews on the row, so that they
 * cannot disagree with the thread (LIST-2). Status, spam, trash and what is owed are decided elsewhere.
 * `quiet`: stored without moving anything up, as a blocked sender's word in somebody else's thread is (D14).
 */
export function withMessage(conversation: Conversation, message: Message, options: { quiet?: boolean } = {}): Conversation {
  const counted = {
    ...conversation,
    messageCount: conversation.messageCount + 1,
    attachmentCount: conversation.attachmentCount + message.attachments.filter((attachment) => !attachment.inline).length,
  };
  if (message.kind === 'event' || options.quiet) return counted;
  if (message.kind === 'comment')
    return { ...counted, commentPreview: (message.hidden ? null : commentPreviewOf(message)) ?? counted.commentPreview };

  const newest = message.receivedAt >= Math.max(conversation.lastInboundAt ?? 0, conversation.lastOutboundAt ?? 0);
  const seen = newest ? withPreviewOf(counted, message) : counted;
  // A machine's answer and a bot's line are no human word: they neither answer nor wait for an answer (VIEW-8, D11).
  if (message.automatic || message.author.kind === 'bot') return seen;
  const at = message.receivedAt;
  if (message.direction === 'out') return { ...seen, lastOutboundAt: latest(seen.lastOutboundAt, at) };
  return {
    ...seen,
    firstInboundAt: Math.min(seen.firstInboundAt ?? at, at),
    lastInboundAt: latest(seen.lastInboundAt, at),
    // A call that was taken was answered by being taken.
    lastOutboundAt: message.call?.outcome === 'answered' ? latest(seen.lastOutboundAt, at) : seen.lastOutboundAt,
  };
}

/** Whether a message answers what was asked: a word of ours that is no machine's, or a call that was taken. */
export const isAnswer = ({ automatic, author, direction, call }: Message) =>
  call?.outcome === 'answered' || (direction === 'out' && !automatic && author.kind !== 'bot');

const latest = (a: number | null, b: number) => Math.max(a ?? b, b);

export const commentPreviewOf = ({ author, text, receivedAt }: Message) =>
  author.kind === 'agent' ? { agentId: author.agentId, text: firstWords(text), at: receivedAt } : null;

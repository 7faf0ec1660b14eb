import { botHoldsOpen } from '../conversation/bot-holds-open';
import { type Refusal, refuse } from '../core/refusal';
import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';
import type { Message } from '../model/message';

/** Where a thread, oldest first, is parted by "Split from here" on a message, or why it cannot be (THR-17). What a rule wrote belongs to neither side alone. */
export function splitAt(
  conversation: Conversation,
  thread: readonly Pick<Message, 'id' | 'kind'>[],
  messageId: Id,
  at: number,
): { before: number; refused?: undefined } | Refusal {
  if (conversation.trashed) return refuse('in-trash');
  if (conversation.spam) return refuse('in-spam');
  const held = botHoldsOpen(conversation, at);
  if (held) return held;
  const before = thread.findIndex(({ id, kind }) => id === messageId && kind !== 'event');
  if (before < 0) return refuse('not-found');
  return thread.slice(0, before).every(({ kind }) => kind === 'event') ? refuse('nothing-left') : { before };
}

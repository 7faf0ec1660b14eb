import type { Conversation } from '../model/conversation';

/** The conversation, not snoozed, and not lately back from it either. */
export function awake(conversation: Conversation): Conversation {
  const { snoozed: _snoozed, backAt: _backAt, ...rest } = conversation;
  return rest;
}

import { type Refusal, refuse } from '../core/refusal';
import type { Conversation } from '../model/conversation';

const silence = 30 * 60_000;

/** A bot conversation that has not been handed over stays open until 30 minutes without a word of the visitor (THR-9, D2). */
export function botHoldsOpen(conversation: Conversation, at: number): Refusal | undefined {
  const { bot } = conversation;
  if (!bot || bot.handedOverAt !== null) return undefined;
  const until = bot.lastVisitorAt + silence;
  return at < until ? refuse('bot-not-handed-over', { until, conversationId: conversation.id }) : undefined;
}

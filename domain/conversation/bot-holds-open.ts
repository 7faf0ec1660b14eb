import type { Refusal } from '../core/refusal';
import type { Conversation } from '../model/conversation';

const silence = 30 * 60_000;

/** A bot conversation that has not been handed over stays open until 30 minutes without a word of the visitor (THR-9, D2). */
export function botHoldsOpen(conversation: Conversation, at: number): Refusal | undefined {
  const { bot } = conversation;
  if (!bot || bot.handedOverAt !== null) return undefined;
  const until = bot.lastVisitorAt + silence;
  // Written out: the panel's first paint asks this, and does without the schemas `refuse` stands beside.
  return at < until ? { refused: 'bot-not-handed-over', detail: { until, conversationId: conversation.id } } : undefined;
}

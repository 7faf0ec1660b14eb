import type { Conversation } from '../../domain/model/conversation';
import { counterKeysOf } from '../../domain/view/views-of';

/** Counters as they must be, counted one by one; keys that stand at nothing are left out. */
export function recount(conversations: readonly Conversation[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of conversations.flatMap(counterKeysOf)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

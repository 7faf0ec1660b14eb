import type { Conversation } from '../../domain/model/conversation';
import { customCountersOf } from '../../domain/view/custom-view-keys';
import { counterKeysOf, type ViewKey } from '../../domain/view/views-of';

/** Counters as they must be, counted one by one, of rows of a client with the custom views they stand in; keys that stand at nothing are left out. */
export function recount(conversations: readonly (Conversation & { viewKeys?: readonly ViewKey[] })[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of conversations)
    for (const key of [...counterKeysOf(row), ...customCountersOf(row.viewKeys ?? [])]) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

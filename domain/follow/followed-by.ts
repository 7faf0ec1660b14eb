import type { Conversation } from '../model/conversation';
import type { Id } from '../model/ids';

/** The conversation with these followers, each once; one nobody follows says nothing of it. */
export function followedBy({ followers: _followers, ...conversation }: Conversation, agentIds: readonly Id[]): Conversation {
  return agentIds.length === 0 ? conversation : { ...conversation, followers: [...new Set(agentIds)] };
}

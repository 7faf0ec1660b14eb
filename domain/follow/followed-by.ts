import type { Id } from '../model/ids';

/** The conversation with these followers, each once; one nobody follows says nothing of it. */
export function followedBy<R extends { followers?: unknown }>(conversation: R, agentIds: readonly Id[]): R {
  const { followers: _followers, ...rest } = conversation;
  return (agentIds.length === 0 ? rest : { ...rest, followers: [...new Set(agentIds)] }) as unknown as R;
}

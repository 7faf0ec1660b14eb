import { isAvailable } from '../agent/is-available';
import type { Agent } from '../model/agent';
import type { Id } from '../model/ids';
import type { Routing } from '../model/routing';

/** Somebody it may go to, in the order of turns, with the open conversations they own in the inbox. */
export interface Candidate {
  agent: Agent;
  open: number;
}

/** Why nobody got it. */
export type Nobody = 'nobody-left' | 'nobody-available' | 'at-limit';

/**
 * Who of these gets the next conversation (RTE-2, RTE-3): the next in turn after `last`, which need not be among them any more, or who owns the
 * fewest, and of those the next in turn. Nobody who is away, unless the routing says so, and nobody at the limit.
 */
export function chooseAgent(
  { onlyAvailable, method, limit }: Pick<Routing, 'onlyAvailable' | 'method' | 'limit'>,
  candidates: readonly Candidate[],
  { last, at }: { last: Id | undefined; at: number },
): Agent | Nobody {
  if (candidates.length === 0) return 'nobody-left';
  const there = candidates.filter(({ agent }) => !onlyAvailable || isAvailable(agent, at));
  if (there.length === 0) return 'nobody-available';
  const free = there.filter(({ open }) => limit === null || open < limit);
  const fewest = Math.min(...free.map(({ open }) => open));
  const inTurn = method === 'fewest-open' ? free.filter(({ open }) => open === fewest) : free;
  return (inTurn.find(({ agent }) => last === undefined || agent.id > last) ?? inTurn[0])?.agent ?? 'at-limit';
}

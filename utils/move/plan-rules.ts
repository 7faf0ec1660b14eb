import type { SenderRule } from '../../domain/model/contact';
import type { Id } from '../../domain/model/ids';
import type { Stored } from '../store/stored-rows';
import type { MoveAct } from './plan-thread';

interface RulesHost {
  /** The hub's. */
  workspaceId: Id;
  /** The id a rule about this sender has there if it came from here. */
  ruleId(pattern: string): Id;
  /** Rules up to this version were moved by runs before. */
  upTo: number;
}

/**
 * What has to be done there for senders to be blocked, refused or let through as here (VIEW-9). A rule the team made about the same sender stays as they
 * made it; one that came from here and is no more here goes.
 */
export function planRules(here: readonly Stored<SenderRule>[], there: readonly SenderRule[], { workspaceId, ruleId, upTo }: RulesHost): MoveAct[] {
  const acts: MoveAct[] = [];
  for (const { kind, pattern, version } of here) {
    const about = there.filter((rule) => rule.pattern === pattern);
    const id = ruleId(pattern);
    if (version <= upTo || about.some((rule) => rule.kind === kind || rule.id !== id)) continue;
    acts.push({ name: 'setSenderRule', args: { ruleId: id, workspaceId, kind, pattern } });
  }
  const kept = new Set(here.map(({ pattern }) => pattern));
  for (const { id, pattern } of there)
    if (!kept.has(pattern) && id === ruleId(pattern)) acts.push({ name: 'removeSenderRule', args: { ruleId: id } });
  return acts;
}

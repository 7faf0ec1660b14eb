import type { Agent } from '../../domain/model/agent';
import { initialsOf } from './initials-of';
import { tintOf } from './tint-of';

/** A team member: circle, initials, a tint of their own; oneself in the accent. Decoration: a name stands beside it or in the row's label. */
export function AgentCircle({ agent, me, size = '' }: { agent: Pick<Agent, 'id' | 'name'>; me: boolean; size?: '' | 's20' | 's24' }) {
  return (
    <span className={`who ${me ? 'me' : tintOf(agent.id)} ${size}`} title={agent.name} aria-hidden="true">
      {initialsOf(agent.name)}
    </span>
  );
}

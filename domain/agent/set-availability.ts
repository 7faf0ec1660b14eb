import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { Availability } from '../model/agent';
import { Id, workspaceSpace } from '../model/ids';
import { availabilityAt } from './availability-at';

/**
 * "You are available" (AVL-1), by the agent for themselves or by the host; where they follow working hours it holds until those next begin or end. Lies on the agent's row, where
 * routing and every colleague see it; what an agent already owns stays theirs (AVL-2).
 */
export const setAvailability = defineMutation({
  name: 'setAvailability',
  args: z.object({ agentId: Id, state: Availability.shape.state }),
  actor: 'any',
  async may(actor, { agentId }, tx) {
    const agent = await tx.agents.find(agentId);
    if (!agent || (actor.kind === 'system' && agent.space !== workspaceSpace(actor.workspaceId))) return refuse('not-found');
    return actor.kind === 'system' || agentOf(actor) === agentId ? undefined : refuse('not-allowed');
  },
  async run(tx, { agentId, state }, { at }) {
    const agent = await tx.agents.get(agentId);
    // Said again it goes on as before: since when is what working hours ask.
    if (availabilityAt(agent, at).state === state) return;
    tx.agents.put({ ...agent, availability: { state, since: at } });
  },
});

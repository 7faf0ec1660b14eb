import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { foldAddress } from '../model/address';
import { Agent } from '../model/agent';
import { Id, idOfSpace } from '../model/ids';
import { maySetUp } from '../permission/may-set-up';

/** An address is not an agent's any more: said by themselves, or by who has account access and needs it for a team (CHN-4). */
export const removeAlias = defineMutation({
  name: 'removeAlias',
  args: z.object({ agentId: Id, address: Agent.shape.email }),
  actor: 'any',
  async may(actor, { agentId }, tx) {
    const agent = await tx.agents.find(agentId);
    if (!agent) return refuse('not-found');
    return actor.kind === 'agent' && actor.agentId === agentId ? undefined : maySetUp(actor, idOfSpace(agent.space), tx);
  },
  async run(tx, { agentId, address }) {
    const agent = await tx.agents.get(agentId);
    const gone = foldAddress(address);
    if (agent.aliases?.includes(gone)) tx.agents.put({ ...agent, aliases: agent.aliases.filter((alias) => alias !== gone) });
  },
});

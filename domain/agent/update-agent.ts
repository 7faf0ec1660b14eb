import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Agent } from '../model/agent';
import { Id, idOfSpace } from '../model/ids';
import { maySetUp } from '../permission/may-set-up';
import { isAddressTaken } from '../workspace/is-address-taken';

/**
 * An agent's name, as customers and colleagues read it: changed by themselves, or by who has account access. The address is what they sign in
 * with, so only the host changes it; it is one agent's or a team's, never both (CHN-4).
 */
export const updateAgent = defineMutation({
  name: 'updateAgent',
  args: z.object({
    agentId: Id,
    name: Agent.shape.name.check(z.refine((text) => text.trim() !== '')),
    email: z.nullable(Agent.shape.email.check(z.refine(isSendableAddress))),
  }),
  actor: 'any',
  async may(actor, { agentId, email }, tx) {
    const agent = await tx.agents.find(agentId);
    if (!agent) return refuse('not-found');
    if (email !== null && actor.kind !== 'system') return refuse('not-allowed');
    return actor.kind === 'agent' && agentOf(actor) === agentId ? undefined : maySetUp(actor, idOfSpace(agent.space), tx);
  },
  async run(tx, { agentId, name, email }) {
    const agent = await tx.agents.get(agentId);
    const address = email === null ? agent.email : foldAddress(email);
    if (address !== agent.email && (await isAddressTaken(tx, idOfSpace(agent.space), address))) return refuse('address-taken', { address });
    tx.agents.put({ ...agent, name: name.trim(), email: address });
  },
});

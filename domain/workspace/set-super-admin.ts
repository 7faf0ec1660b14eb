import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id } from '../model/ids';
import { mayRuleAgents } from '../permission/may-rule-agents';
import { isLastSuperAdmin } from './is-last-super-admin';

/** Makes an agent a super administrator, or no longer: by one, and never so that there is none left (INB-4). */
export const setSuperAdmin = defineMutation({
  name: 'setSuperAdmin',
  args: z.object({ agentId: Id, superAdmin: z.boolean() }),
  actor: 'any',
  may: (actor, { agentId }, tx) => mayRuleAgents(actor, agentId, tx),
  async run(tx, { agentId, superAdmin }) {
    const agent = await tx.agents.get(agentId);
    if (superAdmin && !agent.active) return refuse('agent-inactive', { name: agent.name });
    if (!superAdmin && (await isLastSuperAdmin(tx, agent))) return refuse('last-super-admin', { name: agent.name });
    return tx.agents.put({ ...agent, superAdmin });
  },
});

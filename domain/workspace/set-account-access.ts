import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Id } from '../model/ids';
import { mayRuleAgents } from '../permission/may-rule-agents';

/** Gives an agent account access or takes it (INB-4). Super administrators have it themselves in any case. */
export const setAccountAccess = defineMutation({
  name: 'setAccountAccess',
  args: z.object({ agentId: Id, accountAccess: z.boolean() }),
  actor: 'any',
  may: (actor, { agentId }, tx) => mayRuleAgents(actor, agentId, tx),
  async run(tx, { agentId, accountAccess }) {
    tx.agents.put({ ...(await tx.agents.get(agentId)), accountAccess });
  },
});

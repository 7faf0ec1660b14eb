import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';

/** Gives an agent account access or takes it (INB-4): for super administrators, who have it themselves in any case, and the host. */
export const setAccountAccess = defineMutation({
  name: 'setAccountAccess',
  args: z.object({ agentId: Id, accountAccess: z.boolean() }),
  actor: 'any',
  async may(actor, { agentId }, tx) {
    const agent = await tx.agents.find(agentId);
    if (actor.kind === 'system') return agent?.space === workspaceSpace(actor.workspaceId) ? undefined : refuse('not-found');
    const self = await tx.agents.find(actor.agentId);
    if (!self || self.space !== agent?.space) return refuse('not-found');
    return self.superAdmin ? undefined : refuse('not-allowed');
  },
  async run(tx, { agentId, accountAccess }) {
    tx.agents.put({ ...(await tx.agents.get(agentId)), accountAccess });
  },
});

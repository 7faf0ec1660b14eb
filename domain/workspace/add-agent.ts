import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Agent } from '../model/agent';
import { Id, workspaceSpace } from '../model/ids';
import { maySetUp } from '../permission/may-set-up';
import { isAddressTaken } from './is-address-taken';

/** A new team member, made by the host; people come in by invitation (`acceptInvitation`). An address is one agent's or a team's, never both (CHN-4). */
export const addAgent = defineMutation({
  name: 'addAgent',
  args: z.object({
    agentId: Id,
    workspaceId: Id,
    name: Agent.shape.name,
    email: Agent.shape.email.check(z.refine(isSendableAddress)),
    accountAccess: z.boolean(),
    superAdmin: z.boolean(),
  }),
  actor: 'system',
  may: (actor, { workspaceId }, tx) => maySetUp(actor, workspaceId, tx),
  async run(tx, { agentId, workspaceId, name, email, accountAccess, superAdmin }) {
    if ((await tx.agents.find(agentId)) || (await isAddressTaken(tx, workspaceId, email))) return refuse('address-taken', { address: email });
    tx.agents.put({ id: agentId, space: workspaceSpace(workspaceId), name, email: foldAddress(email), accountAccess, superAdmin, active: true });
  },
});

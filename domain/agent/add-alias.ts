import * as z from 'zod/mini';
import { findContact } from '../contact/find-contact';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Agent, mostAliases } from '../model/agent';
import { Id, idOfSpace } from '../model/ids';
import { isAddressTaken } from '../workspace/is-address-taken';

/**
 * An agent says that an address is theirs too (CHN-4). Nobody proves it, so it gives them nothing: no team can connect it, and what they forward
 * from it is logged to who wrote it (CHN-5). It neither signs in nor sends, and nothing is held to be written by them for it. Never a team's, a
 * colleague's, or a contact's, whose mail would be read as forwarded by one of us.
 */
export const addAlias = defineMutation({
  name: 'addAlias',
  args: z.object({ agentId: Id, address: Agent.shape.email.check(z.refine(isSendableAddress)) }),
  actor: 'agent',
  async may(actor, { agentId }, tx) {
    if (!(await tx.agents.find(agentId))) return refuse('not-found');
    return actor.kind === 'agent' && actor.agentId === agentId ? undefined : refuse('not-allowed');
  },
  async run(tx, { agentId, address: typed }) {
    const agent = await tx.agents.get(agentId);
    const address = foldAddress(typed);
    const aliases = agent.aliases ?? [];
    if (aliases.includes(address)) return;
    if (aliases.length >= mostAliases) return refuse('bad-arguments', { where: 'address' });
    const workspaceId = idOfSpace(agent.space);
    if (await isAddressTaken(tx, workspaceId, address)) return refuse('address-taken', { address });
    if (await findContact(tx, workspaceId, address)) return refuse('address-of-contact', { address });
    tx.agents.put({ ...agent, aliases: [...aliases, address] });
  },
});

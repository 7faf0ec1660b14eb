import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { keyedHash } from '../core/keyed-hash';
import { agentOf } from '../core/meta';
import { refuse } from '../core/refusal';
import { unassignOpen } from '../member/unassign-open';
import { Id } from '../model/ids';
import { mayRuleAgents } from '../permission/may-rule-agents';
import { settleMembers } from '../team/settle-members';
import { isLastSuperAdmin } from '../workspace/is-last-super-admin';

/**
 * Deactivates an agent, or activates them again: by a super administrator, never oneself, never the last one. A deactivated agent is in no inbox; their
 * open conversations become unassigned and remember them, closed ones keep them (VIEW-1, D8). Everything else waits: their memberships, teams and turns
 * hold again once they are activated, their open conversations do not come back. A super administrator who is deactivated is one no longer.
 */
export const setAgentActive = defineMutation({
  name: 'setAgentActive',
  args: z.object({ agentId: Id, active: z.boolean() }),
  actor: 'any',
  everywhere: true,
  may: (actor, { agentId }, tx) => mayRuleAgents(actor, agentId, tx),
  async run(tx, { agentId, active }, { by, uuid }) {
    const agent = await tx.agents.get(agentId);
    if (agent.active === active) return undefined;
    if (agentId === agentOf(by)) return refuse('own-account');
    if (!active && (await isLastSuperAdmin(tx, agent))) return refuse('last-super-admin', { name: agent.name });
    tx.agents.put({ ...agent, active, superAdmin: agent.superAdmin && active });
    // Written in every inbox of theirs: whoever gives them a conversation at the same moment finds that they are gone.
    for (const { inactive: _, ...member } of await tx.query('membershipsOf', { agentId })) {
      tx.members.put(active ? member : { ...member, inactive: true });
      if (!active) await unassignOpen(tx, member.space, agentId);
    }
    if (!active) return undefined;
    // Inboxes their teams were let into meanwhile.
    for (const team of await tx.query('teamsOfWorkspace', { space: agent.space })) {
      for (const inboxId of team.agentIds.includes(agentId) ? team.inboxIds : []) {
        if (await tx.inboxes.find(inboxId))
          await settleMembers(tx, { inboxIds: [inboxId], agentIds: [agentId], memberIds: [keyedHash(uuid, inboxId)] });
      }
    }
    return undefined;
  },
});

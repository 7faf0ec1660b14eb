import { type Refusal, refuse } from '../core/refusal';
import type { Tx } from '../core/tx';
import { leaveInbox } from '../member/leave-inbox';
import { type Id, workspaceSpace } from '../model/ids';
import { isInByTeam } from './is-in-by-team';

/**
 * Brings the members of these inboxes in line with the teams as they now are, for these agents: who is in through a team joins, who was in through
 * one alone leaves as if taken out by name (VIEW-1, D8). Ids of new memberships come from the client, as all ids do; more than are needed.
 */
export async function settleMembers(
  tx: Tx,
  { inboxIds, agentIds, memberIds }: { inboxIds: readonly Id[]; agentIds: readonly Id[]; memberIds: readonly Id[] },
): Promise<Refusal | undefined> {
  const ids = [...memberIds];
  for (const inboxId of inboxIds) {
    const inbox = await tx.inboxes.get(inboxId);
    const teams = await tx.query('teamsOfWorkspace', { space: workspaceSpace(inbox.workspaceId) });
    const members = await tx.query('membersOfInbox', { space: inbox.space });
    for (const agentId of new Set(agentIds)) {
      const member = members.find((each) => each.agentId === agentId);
      const belongs = isInByTeam(teams, inboxId, agentId);
      const refusal = member?.byTeam && !belongs ? await leaveInbox(tx, member) : undefined;
      if (refusal) return refusal;
      if (member || !belongs || !(await tx.agents.find(agentId))?.active) continue;
      const id = ids.shift();
      // An id that is somebody's membership already would take it from them.
      if (id === undefined || (await tx.members.find(id))) return refuse('bad-arguments', { where: 'memberIds' });
      tx.members.put({ id, space: inbox.space, inboxId, agentId, byTeam: true });
    }
  }
  return undefined;
}

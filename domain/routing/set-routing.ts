import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Id, workspaceSpace } from '../model/ids';
import { Routing } from '../model/routing';
import { maySetUpChannel } from '../permission/may-set-up-channel';

/** Says to whom a channel's new conversations go by themselves, or that they go to nobody (RTE-1, CHN-7). Agents and teams must be in its inbox (D23). */
export const setRouting = defineMutation({
  name: 'setRouting',
  args: z.object({ channelId: Id, routing: z.nullable(Routing) }),
  actor: 'any',
  may: (actor, { channelId }, tx) => maySetUpChannel(actor, channelId, tx),
  async run(tx, { channelId, routing }) {
    const { routing: _before, ...channel } = await tx.channels.get(channelId);
    if (!routing) return tx.channels.put(channel);
    const { workspaceId } = await tx.inboxes.get(channel.inboxId);
    const agentIds = [...new Set(routing.agentIds)];
    // Who is deactivated keeps their turn, and is passed over.
    const members = await tx.query('membersOfInbox', { space: channel.space });
    const outside = agentIds.find((id) => !members.some(({ agentId }) => agentId === id));
    if (outside) return refuse('owner-not-a-member', { agentId: outside });
    const teamIds = [...new Set(routing.teamIds)];
    for (const teamId of teamIds) {
      const team = await tx.teams.find(teamId);
      if (team?.space !== workspaceSpace(workspaceId) || !team.inboxIds.includes(channel.inboxId)) return refuse('not-found');
    }
    return tx.channels.put({ ...channel, routing: { ...routing, agentIds, teamIds } });
  },
});

import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { ChannelTickets } from '../model/channel-tickets';
import { Id } from '../model/ids';
import { maySetUpChannel } from '../permission/may-set-up-channel';
import { ownerProblem } from '../permission/owner-problem';
import { stagesOf } from '../ticket/stages';

/** Says whether a channel's new conversations are tickets, and with which properties they begin (CHN-7, CHN-12, TKT-8). */
export const setChannelTickets = defineMutation({
  name: 'setChannelTickets',
  args: z.object({ channelId: Id, tickets: ChannelTickets }),
  actor: 'any',
  may: (actor, { channelId }, tx) => maySetUpChannel(actor, channelId, tx),
  async run(tx, { channelId, tickets }) {
    const channel = await tx.channels.get(channelId);
    const stages = stagesOf(await tx.inboxes.get(channel.inboxId));
    if (!stages.some(({ id, state }) => id === tickets.stage && state === 'open')) return refuse('stage-gone');
    const named = tickets.owner === 'conversation' || tickets.owner === 'nobody' ? null : tickets.owner;
    // Who owns them already may have been deactivated meanwhile; the rest can still be changed.
    const problem = named === channel.tickets?.owner ? undefined : await ownerProblem(tx, channel.space, named);
    if (problem) return problem;
    tx.channels.put({ ...channel, tickets });
  },
});

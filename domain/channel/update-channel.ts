import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { Channel } from '../model/channel';
import { Id } from '../model/ids';
import { maySetUpChannel } from '../permission/may-set-up-channel';
import { inUse } from './in-use';
import { otherHosted } from './other-hosted';

const { name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer, removed } = Channel.shape;

/**
 * Changes how a channel presents itself and where its mail goes (CHN-3, CHN-5, CHN-7). Kind and address are what it is: they stay. An address of
 * the hub's can be removed where the inbox has another, and taken back into use: its conversations stay and are answered from the other.
 */
export const updateChannel = defineMutation({
  name: 'updateChannel',
  args: z.object({ channelId: Id, name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer, removed }),
  actor: 'any',
  may: (actor, { channelId }, tx) => maySetUpChannel(actor, channelId, tx),
  async run(tx, { channelId, ...changed }) {
    const channel = await tx.channels.get(channelId);
    if (changed.removed && inUse(channel) && !otherHosted(channel, await tx.query('channelsOfInbox', { space: channel.space })))
      return refuse('no-mail-channel');
    return tx.channels.put({ ...channel, ...changed });
  },
});

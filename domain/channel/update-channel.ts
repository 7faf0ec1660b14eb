import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { Channel } from '../model/channel';
import { Id } from '../model/ids';
import { maySetUpChannel } from '../permission/may-set-up-channel';

const { name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer } = Channel.shape;

/** Changes how a channel presents itself and where its mail goes (CHN-3, CHN-5, CHN-7). Kind and address are what it is: they stay. */
export const updateChannel = defineMutation({
  name: 'updateChannel',
  args: z.object({ channelId: Id, name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer }),
  actor: 'any',
  may: (actor, { channelId }, tx) => maySetUpChannel(actor, channelId, tx),
  async run(tx, { channelId, ...changed }) {
    tx.channels.put({ ...(await tx.channels.get(channelId)), ...changed });
  },
});

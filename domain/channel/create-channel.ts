import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Channel } from '../model/channel';
import { Id } from '../model/ids';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { isAddressTaken } from '../workspace/is-address-taken';

const { kind, name, address, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer } = Channel.shape;

/**
 * Connects a way in to an inbox (CHN-1). A mail channel has an address, the others have none; an address is connected once (CHN-4). Only a host
 * makes one for mail that is read and never sent, as from an archive: nothing can leave by it.
 */
export const createChannel = defineMutation({
  name: 'createChannel',
  args: z
    .object({ channelId: Id, inboxId: Id, kind, name, address, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer })
    .check(
      z.refine((channel) => channel.kind === 'email' || channel.address === null, { path: ['address'] }),
      z.refine((channel) => channel.address === null || isSendableAddress(channel.address), { path: ['address'] }),
    ),
  actor: 'any',
  async may(actor, { inboxId, kind, address }, tx) {
    if (actor.kind === 'agent' && kind === 'email' && address === null) return refuse('bad-arguments', { where: 'address' });
    return maySetUpInbox(actor, inboxId, tx);
  },
  async run(tx, { channelId, ...channel }) {
    if (await tx.channels.find(channelId)) return;
    const { space, workspaceId } = await tx.inboxes.get(channel.inboxId);
    if (channel.address !== null && (await isAddressTaken(tx, workspaceId, channel.address)))
      return refuse('address-taken', { address: channel.address });
    tx.channels.put({ ...channel, id: channelId, space, address: channel.address === null ? null : foldAddress(channel.address) });
  },
});

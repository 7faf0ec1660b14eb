import * as z from 'zod/mini';
import { defineMutation } from '../core/define-mutation';
import { refuse } from '../core/refusal';
import { isSendableAddress } from '../mail/is-sendable-address';
import { foldAddress } from '../model/address';
import { Channel } from '../model/channel';
import { Id } from '../model/ids';
import { Mailbox } from '../model/mailbox';
import { maySetUpInbox } from '../permission/may-set-up-inbox';
import { isAddressTaken } from '../workspace/is-address-taken';

const { name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer } = Channel.shape;

/**
 * Connects a team's own mailbox to an inbox (CHN-2): its address becomes a mail channel. Servers and password are no part of it;
 * the hub keeps them for itself, and until it has them the mailbox is signed out.
 */
export const connectMailbox = defineMutation({
  name: 'connectMailbox',
  args: z.object({
    channelId: Id,
    inboxId: Id,
    name,
    address: z.string().check(z.maxLength(320), z.refine(isSendableAddress)),
    fromName,
    companyName,
    signatureHtml,
    logForwardsTo,
    reopenTicketOnAnswer,
    importSince: Mailbox.shape.importSince,
    provider: Mailbox.shape.provider,
  }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { channelId, importSince, provider, ...channel }, { at }) {
    if (await tx.channels.find(channelId)) return;
    const { space, workspaceId } = await tx.inboxes.get(channel.inboxId);
    if (await isAddressTaken(tx, workspaceId, channel.address)) return refuse('address-taken', { address: channel.address });
    // Chosen by a browser's clock: one that runs ahead would leave out what comes until then.
    const mailbox = {
      importSince: Math.min(importSince, at),
      ...(provider ? { provider } : {}),
      standing: { state: 'signed-out' as const, since: at },
    };
    tx.channels.put({ ...channel, id: channelId, space, kind: 'email', address: foldAddress(channel.address), mailbox });
  },
});

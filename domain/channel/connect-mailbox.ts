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
import { takesBack } from './takes-back';

const { name, fromName, companyName, signatureHtml, logForwardsTo, reopenTicketOnAnswer } = Channel.shape;

/**
 * Connects a team's own mailbox to an inbox (CHN-2): its address becomes a mail channel. Servers and password are no part of it;
 * the hub keeps them for itself, and until it has them the mailbox is signed out. An address of the inbox that was removed is taken back into use by
 * the channel it has, set up as it was: its conversations are answered from it again.
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
    /** What was archived since then, too. */
    archived: z.optional(z.boolean()),
  }),
  actor: 'any',
  may: (actor, { inboxId }, tx) => maySetUpInbox(actor, inboxId, tx),
  async run(tx, { channelId, importSince, provider, archived, ...channel }, { at }) {
    // Chosen by a browser's clock: one that runs ahead would leave out what comes until then.
    const mailbox = {
      importSince: Math.min(importSince, at),
      ...(provider ? { provider } : {}),
      ...(archived ? { archived: 'wanted' as const } : {}),
      standing: { state: 'signed-out' as const, since: at },
    };
    const address = foldAddress(channel.address);
    const there = await tx.channels.find(channelId);
    if (there) {
      if (takesBack(there, { inboxId: channel.inboxId, address })) tx.channels.put({ ...there, removed: false, mailbox });
      return;
    }
    const { space, workspaceId } = await tx.inboxes.get(channel.inboxId);
    if (await isAddressTaken(tx, workspaceId, address)) return refuse('address-taken', { address: channel.address });
    tx.channels.put({ ...channel, id: channelId, space, kind: 'email', address, mailbox });
  },
});

import { v7 } from 'uuid';
import type { Channel } from '../../../domain/model/channel';
import type { Id } from '../../../domain/model/ids';
import type { IncomingQueue } from './incoming-queue';
import type { FileStore } from './ports';
import { sha256 } from './read-mail';
import { threadOf } from './thread-of';

/** One address of ours a mail was sent to. */
export interface Recipient {
  /** As it stood in the envelope, token and all. */
  address: string;
  channel: Channel;
  workspaceId: Id;
}

/** A mail and its envelope, taken and to be kept. */
export interface AcceptedMail {
  raw: Uint8Array;
  envelopeFrom: string;
  recipients: Recipient[];
}

/**
 * Keeps a mail so that it cannot be lost: first the raw file, then one row per inbox (D22). Only when this has returned may a
 * way in say that the mail was taken.
 */
export async function acceptMail(
  { raw, envelopeFrom, recipients }: AcceptedMail,
  host: { files: FileStore; queue: IncomingQueue; now(): number },
): Promise<void> {
  const rawHash = sha256(raw);
  await host.files.put(rawHash, raw);
  const receivedAt = host.now();
  // To two addresses of one inbox it is still one mail; the one with a reply token knows more.
  const byInbox = new Map<Id, Recipient>();
  for (const recipient of recipients) {
    const { inboxId } = recipient.channel;
    if (!byInbox.has(inboxId) || recipient.address.includes('+c-')) byInbox.set(inboxId, recipient);
  }
  await host.queue.add(
    [...byInbox.values()].map(({ address, channel, workspaceId }) => ({
      id: v7(),
      channelId: channel.id,
      workspaceId,
      rawHash,
      rawSize: raw.length,
      envelopeFrom,
      envelopeTo: address,
      receivedAt,
      ...threadOf(raw),
      ids: { conversationId: v7(), messageId: v7(), contactId: v7(), eventId: v7() },
      state: 'waiting' as const,
      tries: 0,
      dueAt: receivedAt,
      problem: null,
    })),
  );
}

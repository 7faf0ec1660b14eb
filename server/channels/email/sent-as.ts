import type { RowReader } from '../../../domain/core/tx';
import type { Id } from '../../../domain/model/ids';
import { messageIdsIn } from '../../../utils/mail/message-ids';

const name = 'X-Samtale-Message-ID';

/**
 * A line in the head of what leaves by a team's own mailbox: under which Message-ID it was sent. Some providers (Microsoft's above all) give
 * the copy in Sent another one.
 */
export const withSentAs = (raw: Buffer, rfcMessageId: string): Buffer => Buffer.concat([Buffer.from(`${name}: ${rfcMessageId}\r\n`), raw]);

/** Under which Message-ID a mail says that it was sent by us; anybody may have written that. */
export function sentAsOf(raw: Uint8Array): string | undefined {
  const head =
    Buffer.from(raw.subarray(0, 256 * 1024))
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  return messageIdsIn(new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(head)?.[1] ?? '')[0];
}

/** Whether a mail out of Sent is the copy of one that this inbox sent, whatever its Message-ID is now. */
export async function isOwnCopy(rfcMessageId: string, channelId: Id, reader: RowReader): Promise<boolean> {
  const channel = await reader.find('channels', channelId);
  const known = channel ? await reader.query('mailIdsByRfcId', { inboxId: channel.inboxId, rfcMessageId }) : [];
  return known.length > 0;
}

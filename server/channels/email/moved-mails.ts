import { createHash } from 'node:crypto';
import { firstWayOut } from '../../../domain/channel/first-way-out';
import type { Channel } from '../../../domain/model/channel';
import type { Id } from '../../../domain/model/ids';
import type { MovedMail, MovingMail } from '../../../sync/move-protocol';
import type { IncomingQueue } from './incoming-queue';
import type { IncomingMail } from './incoming-schema';
import type { FileStore } from './ports';
import { mostTries } from './receive-incoming-mail';
import { threadOf } from './thread-of';

/** Where a workspace of one computer moves: its id, and the inbox with its channels for mail. */
export interface MoveInto {
  from: Id;
  inboxId: Id;
  workspaceId: Id;
  /** At least one; what came by no address of ours is taken by the way an answer to it leaves by. */
  channels: readonly Channel[];
}

/**
 * Takes mails of another workspace as this inbox's history (CHN-2). Everything a mail will be has ids made of where it comes from, where it goes
 * and its bytes: sent twice, or begun again after a cut line, it is one row and one message.
 */
export async function acceptMoved(
  mails: readonly { mail: MovingMail; raw: Uint8Array }[],
  into: MoveInto,
  { files, queue, now }: { files: FileStore; queue: IncomingQueue; now(): number },
): Promise<void> {
  const other = firstWayOut(into.channels) ?? into.channels[0];
  const rows = await Promise.all(
    mails.map(async ({ mail, raw }) => {
      await files.put(mail.hash, raw);
      const channel = into.channels.find(({ address }) => address !== null && address === mail.address) ?? other;
      if (!channel) throw new Error('an inbox without a channel for mail');
      const at = now();
      return {
        id: madeId(into, mail.hash, 'mail'),
        channelId: channel.id,
        workspaceId: into.workspaceId,
        rawHash: mail.hash,
        rawSize: raw.length,
        envelopeFrom: null,
        envelopeTo: channel.address ?? '',
        receivedAt: Math.min(mail.at, at),
        ...threadOf(raw),
        ids: {
          conversationId: madeId(into, mail.hash, 'conversation'),
          messageId: madeId(into, mail.hash, 'message'),
          contactId: madeId(into, mail.hash, 'contact'),
          eventId: madeId(into, mail.hash, 'event'),
        },
        mailbox: { folder: mail.folder, history: true, cut: mail.cut },
        // Today's mail goes before it.
        rank: 1,
        state: 'waiting' as const,
        tries: 0,
        dueAt: at,
        problem: null,
      };
    }),
  );
  await queue.addOnce(rows);
}

/** What became of each. */
export async function movedMails(hashes: readonly string[], into: Pick<MoveInto, 'from' | 'inboxId'>, queue: IncomingQueue): Promise<MovedMail[]> {
  const idOf = new Map(hashes.map((hash) => [hash, madeId(into, hash, 'mail')]));
  const rows = new Map((await queue.find([...idOf.values()])).map((row) => [row.id, row]));
  return [...idOf].map(([hash, id]) => stateOf(hash, rows.get(id)));
}

function stateOf(hash: string, row: Pick<IncomingMail, 'state' | 'tries' | 'problem' | 'became'> | undefined): MovedMail {
  if (!row) return { hash, state: 'unknown' };
  if (row.became) return { hash, state: row.became.how, messageId: row.became.messageId, conversationId: row.became.conversationId };
  if (row.state === 'done') return { hash, state: 'left-out' };
  return { hash, state: row.tries >= mostTries && row.problem !== null ? 'stuck' : 'waiting' };
}

/** A UUID (version 8, RFC 9562) that is the same whenever the same bytes move between the same two places. */
function madeId({ from, inboxId }: Pick<MoveInto, 'from' | 'inboxId'>, hash: string, what: string): Id {
  const bytes = createHash('sha256').update(`samtale move ${from} ${inboxId} ${hash} ${what}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

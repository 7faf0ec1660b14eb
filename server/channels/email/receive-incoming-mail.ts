import { BufferedTx } from '../../../domain/core/buffered-tx';
import { runMutation } from '../../../domain/core/run-mutation';
import type { RowReader, Write } from '../../../domain/core/tx';
import { findSameMail } from '../../../domain/mail/find-same-mail';
import type { IncomingMail as MailArgs } from '../../../domain/mail/incoming-mail';
import { receiveMessage } from '../../../domain/message/receive-message';
import { foldAddress } from '../../../domain/model/address';
import type { Id } from '../../../domain/model/ids';
import type { MailId } from '../../../domain/model/mail-id';
import type { Attachment } from '../../../domain/model/message';
import type { Arrival } from '../../../utils/mail/arrival';
import { conversationOfToken, type Sign, splitReplyAddress } from '../../../utils/mail/reply-token';
import { unreadableMailOf } from '../../../utils/mail/unreadable-mail-of';
import { isOwnNotice } from '../../notices/notice-marks';
import type { HubStore } from '../../sync/hub-store';
import type { Became, IncomingMail } from './incoming-schema';
import type { MailParser, Reading } from './mail-parser';
import type { FileStore } from './ports';
import { isOwnCopy, sentAsOf } from './sent-as';

/** At the third failed try a mail is shown as one that could not be read (S32). */
export const mostTries = 3;

/** Which message a mail is from then on; `null` where a rule keeps none. */
export interface Received {
  became: Became | null;
}

export interface ReceiveHost {
  store: HubStore;
  files: FileStore;
  parser: MailParser;
  /** HMAC with the hub's key for reply tokens. */
  sign: Sign;
  now(): number;
}

/** A mail as the rule takes it; `sentAs` of one out of Sent is under which Message-ID it says that we sent it. */
export interface ReadMail {
  mail: MailArgs;
  files: { hash: string; bytes: Uint8Array }[];
  sentAs?: string | undefined;
}

/** A mail that was read, or why no message comes of it. `problem`: another try may do better. */
export type ReadIncoming = ReadMail | { nothing: true } | { problem: string };

/**
 * One accepted mail → its message, by the rule of `domain/`. Returns which one it became, or a problem when another try may do better. Running it
 * twice for one mail makes one message: the ids are the mail's own, and a mail already known is left alone (X8).
 */
export async function receiveIncomingMail(incoming: IncomingMail, host: ReceiveHost): Promise<Received | { problem: string }> {
  const read = await readIncoming(incoming, host);
  if ('problem' in read) return read;
  if ('nothing' in read) return { became: null };
  for (const { hash, bytes } of read.files) await host.files.put(hash, bytes);
  return receive(read, incoming, host);
}

/** Reads a mail, and nothing more. */
export async function readIncoming(incoming: IncomingMail, host: ReceiveHost): Promise<ReadIncoming> {
  const raw = await host.files.find(incoming.rawHash);
  if (!raw) throw new Error(`the raw mail ${incoming.rawHash} is missing from the file store`);
  if (isOwnNotice(raw, host.sign)) return { nothing: true };
  const arrival = arrivalOf(incoming, host.sign);

  // A mail that took the whole process down has used up its tries without ever reporting.
  const reading = await readingOf(incoming, raw, arrival, host.parser);
  if ('mail' in reading) return { ...reading, sentAs: laysAsSent(incoming, reading.mail) ? sentAsOf(raw) : undefined };
  if (reading.again && incoming.tries < mostTries) return { problem: `${reading.unreadable}: ${reading.problem}` };
  return { mail: unreadableMailOf(arrival, reading.unreadable, rawAttachment(incoming)), files: [] };
}

/** Out of Sent, or archived and from the mailbox's own address: what came from others says nothing of what we sent. */
const laysAsSent = ({ mailbox, envelopeTo }: IncomingMail, { from }: MailArgs) =>
  mailbox?.folder === 'sent' || (mailbox?.folder === 'archive' && foldAddress(from.address) === foldAddress(envelopeTo));

async function readingOf(incoming: IncomingMail, raw: Uint8Array, arrival: Arrival, parser: MailParser): Promise<Reading> {
  if (incoming.tries > mostTries) return { unreadable: 'crashed', again: true, problem: 'it took its reader down each time' };
  if (incoming.mailbox?.cut) return { unreadable: 'too-large', again: false };
  return parser.read(raw, arrival);
}

/** Shows the mail as unreadable although the reader was content: the rule itself fell over it. */
export async function receiveAsUnreadable(incoming: IncomingMail, host: ReceiveHost): Promise<Received> {
  return receive({ mail: unreadableMailOf(arrivalOf(incoming, host.sign), 'crashed', rawAttachment(incoming)), files: [] }, incoming, host);
}

const receive = (mail: ReadMail, incoming: IncomingMail, { store, now }: ReceiveHost): Promise<Received> =>
  store.transaction('all', async (transaction) => {
    const { writes, received } = await decide(mail, incoming, transaction.reader, now());
    await transaction.commit(writes);
    return received;
  });

/** What the rule makes of a mail, and which message it is then. */
export async function decide(
  { mail, sentAs }: ReadMail,
  incoming: IncomingMail,
  reader: RowReader,
  at: number,
): Promise<{ writes: Write[]; received: Received }> {
  if (sentAs !== undefined && (await isOwnCopy(sentAs, incoming.channelId, reader))) return { writes: [], received: { became: null } };
  const meta = { at, claimedAt: null, uuid: incoming.id, by: { kind: 'system' as const, workspaceId: incoming.workspaceId } };
  const outcome = await runMutation(reader, receiveMessage, mail, meta);
  // Only a channel that was deleted since refuses mail; anything else is our own mistake and must be seen.
  if (outcome.refused) throw new Error(`receiveMessage refused ${incoming.id}: ${JSON.stringify(outcome.refused)}`);
  // No message of its own was written: it was there already, by an earlier try or as another's.
  const it = ownIn(outcome.writes, mail) ?? (await sameMailIn(reader, mail));
  if (!it) return { writes: outcome.writes, received: { became: null } };
  const how = it.id !== mail.ids.messageId ? ('known' as const) : mail.unreadable ? ('unreadable' as const) : ('taken' as const);
  return { writes: outcome.writes, received: { became: { how, messageId: it.id, conversationId: it.conversationId } } };
}

async function sameMailIn(reader: RowReader, mail: MailArgs): Promise<Pick<MailId, 'id' | 'conversationId'> | undefined> {
  const channel = await reader.find('channels', mail.channelId);
  return channel && findSameMail(new BufferedTx(reader).tx, channel.inboxId, mail);
}

function ownIn(writes: readonly Write[], mail: MailArgs): { id: Id; conversationId: Id } | undefined {
  for (const { table, id, after } of writes)
    if (table === 'messages' && id === mail.ids.messageId && after) return { id, conversationId: after.conversationId };
  return undefined;
}

function arrivalOf(incoming: IncomingMail, sign: Sign): Arrival {
  const { address, token } = splitReplyAddress(incoming.envelopeTo);
  return {
    ids: incoming.ids,
    channelId: incoming.channelId,
    receivedAt: incoming.receivedAt,
    rawHash: incoming.rawHash,
    envelopeFrom: incoming.envelopeFrom,
    repliesTo: token === null ? null : conversationOfToken(address, token, sign),
    ...(incoming.mailbox ? { mailbox: { folder: incoming.mailbox.folder, history: incoming.mailbox.history } } : {}),
  };
}

const rawAttachment = ({ ids, rawHash, rawSize }: IncomingMail): Attachment => ({
  id: ids.eventId,
  name: 'message.eml',
  type: 'message/rfc822',
  size: rawSize,
  hash: rawHash,
  contentId: null,
  inline: false,
  notStored: null,
});

import type { IncomingMail } from '../../domain/mail/incoming-mail';
import type { Attachment } from '../../domain/model/message';
import type { Arrival } from '../mail/arrival';
import { unreadableMailOf } from '../mail/unreadable-mail-of';
import { sha256Of } from '../network/sha256-of';
import { newId } from '../store/new-id';
import { mailInMbox } from './mail-in-mbox';
import type { FoundMail } from './mail-source';

export interface KeptBytes {
  hash: string;
  type: string;
  bytes: Uint8Array;
}

/** A mail as the rule takes it, and the bytes it names. */
export interface ReadMail {
  mail: IncomingMail;
  files: KeptBytes[];
}

/** What the host knows of it beside its own words. */
export type ReadFor = Pick<Arrival, 'channelId'> & { now: number };

/** Of a mail too large to be read, this much is kept to look at. */
const beginning = 1024 * 1024;

/** A mail nobody could read, with its bytes to look at: all of them, or the beginning of one that is too large. */
export async function unreadable(found: FoundMail, about: ReadFor, why: NonNullable<IncomingMail['unreadable']>): Promise<ReadMail> {
  const bytes = await bytesOf({ ...found, length: why === 'too-large' ? Math.min(found.length, beginning) : found.length });
  const hash = await sha256Of(new Blob([bytes]));
  const raw: Attachment = {
    id: newId(),
    name: 'message.eml',
    type: 'message/rfc822',
    size: bytes.length,
    hash,
    contentId: null,
    inline: false,
    notStored: null,
  };
  const arrival = arrivalOf(about, hash, Math.min(found.date || about.now, about.now));
  return { mail: unreadableMailOf(arrival, why, raw), files: [{ hash, type: 'message/rfc822', bytes }] };
}

/** A found mail as it was before a file took it in. */
export async function bytesOf({ file, offset, length, marked }: FoundMail): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  return marked ? mailInMbox(bytes) : bytes;
}

/** As history: it lay in an archive (CHN-2). */
export const arrivalOf = ({ channelId }: ReadFor, rawHash: string, receivedAt: number): Arrival => ({
  ids: { conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() },
  channelId,
  receivedAt,
  rawHash,
  envelopeFrom: null,
  repliesTo: null,
  mailbox: { folder: 'inbox', history: true },
});

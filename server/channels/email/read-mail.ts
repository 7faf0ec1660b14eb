import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { IncomingMail } from '../../../domain/mail/incoming-mail';
import type { Attachment } from '../../../domain/model/message';
import { type Arrival, incomingMailOf } from '../../../utils/mail/incoming-mail-of';
import { mailLimits } from '../../../utils/mail/mail-limits';
import { parseMail } from '../../../utils/mail/parse-mail';
import { readForward } from './read-forward';

/** A raw mail → the arguments of `receiveMessage` and the bytes of its files, by hash. Pure work: no store, no network. */
export async function readMail(raw: Uint8Array, arrival: Arrival): Promise<{ mail: IncomingMail; files: { hash: string; bytes: Uint8Array }[] }> {
  const parsed = await parseMail(raw);
  const files = new Map<string, Uint8Array>();
  const attachments = parsed.files.slice(0, mailLimits.namedFiles).map((file, at): Attachment => {
    const hash = at < mailLimits.files ? sha256(file.bytes) : null;
    if (hash !== null) files.set(hash, file.bytes);
    return {
      id: v7(),
      name: file.name,
      type: file.type,
      size: file.bytes.length,
      hash,
      contentId: file.contentId,
      inline: file.inline,
      notStored: hash === null ? 'too-many' : null,
    };
  });
  const mail = incomingMailOf(parsed, arrival, attachments, readForward(parsed));
  return { mail, files: [...files].map(([hash, bytes]) => ({ hash, bytes })) };
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { IncomingMail } from '../../../domain/mail/incoming-mail';
import type { Arrival } from '../../../utils/mail/arrival';
import { attachmentsOf } from '../../../utils/mail/attachments-of';
import { incomingMailOf } from '../../../utils/mail/incoming-mail-of';
import { parseMail } from '../../../utils/mail/parse-mail';
import type { ParsedFile } from '../../../utils/mail/parsed-mail';
import { readForward } from './read-forward';

/** A raw mail → the arguments of `receiveMessage` and the bytes of its files, by hash. Pure work: no store, no network. */
export async function readMail(raw: Uint8Array, arrival: Arrival): Promise<{ mail: IncomingMail; files: { hash: string; bytes: Uint8Array }[] }> {
  const parsed = await parseMail(raw);
  const files = new Map<string, Uint8Array>();
  const hashOf = ({ bytes }: ParsedFile) => {
    const hash = sha256(bytes);
    files.set(hash, bytes);
    return hash;
  };
  const attachments = attachmentsOf(parsed.files, hashOf, v7);
  const mail = incomingMailOf(parsed, arrival, attachments, readForward(parsed));
  return { mail, files: [...files].map(([hash, bytes]) => ({ hash, bytes })) };
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

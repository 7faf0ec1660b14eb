import { attachmentsOf } from '../mail/attachments-of';
import { incomingMailOf } from '../mail/incoming-mail-of';
import { MailTooMuch, mailLimits } from '../mail/mail-limits';
import { parseMail } from '../mail/parse-mail';
import type { ParsedFile } from '../mail/parsed-mail';
import { sha256Of } from '../network/sha256-of';
import { newId } from '../store/new-id';
import type { FoundMail } from './mail-source';
import { arrivalOf, bytesOf, type ReadFor, type ReadMail, unreadable } from './unreadable-mail';

/**
 * One found mail → the arguments of `receiveMessage`, as history (CHN-2), by the reading and the limits of a hub. Runs where it can be stopped.
 * A forward is left to whoever sent it: what takes one apart needs a hub.
 */
export async function readFoundMail(found: FoundMail, about: ReadFor): Promise<ReadMail> {
  if (found.length > mailLimits.size) return unreadable(found, about, 'too-large');
  const raw = await bytesOf(found);
  try {
    const parsed = await parseMail(raw);
    const kept = new Map<ParsedFile, string>();
    for (const file of parsed.files.slice(0, mailLimits.files)) kept.set(file, await sha256Of(new Blob([file.bytes as Uint8Array<ArrayBuffer>])));
    const rawHash = await sha256Of(new Blob([raw]));
    const attachments = attachmentsOf(parsed.files, (file) => kept.get(file) ?? '', newId);
    const arrival = arrivalOf(about, rawHash, Math.min(parsed.date ?? (found.date || about.now), about.now));
    const files = [...kept].map(([{ type, bytes }, hash]) => ({ hash, type, bytes }));
    return { mail: incomingMailOf(parsed, arrival, attachments, null), files: [...files, { hash: rawHash, type: 'message/rfc822', bytes: raw }] };
  } catch (fault) {
    if (fault instanceof MailTooMuch) return unreadable(found, about, fault.reason);
    console.warn('a mail could not be read', fault);
    return unreadable(found, about, 'crashed');
  }
}

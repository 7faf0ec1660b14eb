import { messageIdsIn, referencesOf } from '../../../utils/mail/message-ids';

/** Bytes of a head looked at. */
const looked = 256 * 1024;

/**
 * The ids a mail names itself and its thread by, read from its head alone: enough to keep the mails of one thread in order, before
 * anybody has taken the mail apart. What the thread really is, the rule decides.
 */
export function threadOf(raw: Uint8Array): { rfcMessageId: string | null; refersTo: string[] } {
  const text = Buffer.from(raw.subarray(0, looked)).toString('latin1').replace(/\r\n?/g, '\n');
  const end = text.search(/\n[ \t]*\n/);
  const head = (end < 0 ? text : text.slice(0, end)).replace(/\n[ \t]+/g, ' ').replaceAll('\0', '');
  const field = (name: string) => new RegExp(`^${name}[ \\t]*:(.*)$`, 'im').exec(head)?.[1] ?? '';
  return {
    rfcMessageId: messageIdsIn(field('message-id'))[0] ?? null,
    refersTo: referencesOf(field('references'), field('in-reply-to')),
  };
}

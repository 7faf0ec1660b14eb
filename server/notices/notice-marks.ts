import type { Id } from '../../domain/model/ids';
import { conversationOfToken, replyAddress, type Sign, splitReplyAddress } from '../../utils/mail/reply-token';

/** What makes a mail known as a notice of this hub's own when it comes back to it: by its header, or by where its bounces go. */
const header = 'Samtale-Notice';

export const noticeAddress = (domain: string): string => `notices@${domain}`;

/** Signed like a reply token, for this one mail. */
export const bounceAddress = (domain: string, id: Id, sign: Sign): string => replyAddress(noticeAddress(domain), id, sign) ?? noticeAddress(domain);

/** The notice whose bounces come to this address. */
export function noticeOfBounceAddress(address: string, domain: string, sign: Sign): Id | null {
  const { address: plain, token } = splitReplyAddress(address);
  return token !== null && plain.toLowerCase() === noticeAddress(domain).toLowerCase() ? conversationOfToken(plain, token, sign) : null;
}

export const noticeHeader = (id: Id, sign: Sign): [name: string, value: string] => [header, `${id} ${signatureOf(id, sign)}`];

/**
 * Whether a mail that came in is one of our own notices: the agent's address is one of the team's, or forwards there. Taken in, it would be
 * news, and mailed again. Only the hub can make the mark, so nobody can have another mail dropped by it.
 */
export function isOwnNotice(raw: Uint8Array, sign: Sign): boolean {
  const text = Buffer.from(raw.subarray(0, 256 * 1024)).toString('latin1');
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const [, id, signature] = /^samtale-notice:\s*([0-9a-f-]{36})\s+([0-9a-f]{20})\s*$/im.exec(text.slice(0, end)) ?? [];
  return id !== undefined && signature === signatureOf(id, sign);
}

const signatureOf = (id: Id, sign: Sign) =>
  Buffer.from(sign(`notice ${id}`))
    .toString('hex')
    .slice(0, 20);

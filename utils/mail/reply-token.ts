import type { Id } from '../../domain/model/ids';

/** Keyed hash of a text: HMAC-SHA256 on the hub, with a key of its own. */
export type Sign = (text: string) => Uint8Array;

const letters = 'abcdefghijklmnopqrstuvwxyz234567';
const marker = '+c-';
const signatureBytes = 10;

/**
 * `sales@firma.dk` → `sales+c-<token>@firma.dk`: an answer sent there belongs to this conversation even when its References
 * are gone. The token is the conversation's id and 80 bits of a keyed hash over it and the address, in letters that survive
 * lower-casing. `null` where the local part would grow beyond 64 characters (RFC 5321 4.5.3.1): References must do then.
 */
export function replyAddress(address: string, conversationId: Id, sign: Sign): string | null {
  const at = address.lastIndexOf('@');
  const token = base32([...bytesOfId(conversationId), ...signatureOf(address, conversationId, sign)]);
  const local = `${address.slice(0, at)}${marker}${token}`;
  return at > 0 && local.length <= 64 ? local + address.slice(at) : null;
}

/** The address without its token, and the token. Any address may be asked. */
export function splitReplyAddress(address: string): { address: string; token: string | null } {
  const at = address.lastIndexOf('@');
  const mark = address.slice(0, Math.max(at, 0)).toLowerCase().lastIndexOf(marker);
  if (mark <= 0) return { address, token: null };
  return { address: address.slice(0, mark) + address.slice(at), token: address.slice(mark + marker.length, at).toLowerCase() };
}

/** The conversation a token names, if this hub signed it for this address; any other token names none (S24). */
export function conversationOfToken(address: string, token: string, sign: Sign): Id | null {
  const bytes = fromBase32(token);
  if (bytes?.length !== 16 + signatureBytes) return null;
  const conversationId = idOfBytes(bytes.slice(0, 16));
  const expected = signatureOf(address, conversationId, sign);
  let difference = 0;
  for (let i = 0; i < signatureBytes; i += 1) difference |= (bytes[16 + i] ?? 0) ^ (expected[i] ?? 0);
  return difference === 0 ? conversationId : null;
}

const signatureOf = (address: string, conversationId: Id, sign: Sign) =>
  sign(`reply to ${conversationId} at ${address.trim().toLowerCase()}`).subarray(0, signatureBytes);

const bytesOfId = (id: Id) => (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

function idOfBytes(bytes: readonly number[]): Id {
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function base32(bytes: readonly number[]): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += letters[(value >> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + letters[(value << (5 - bits)) & 31] : text;
}

function fromBase32(text: string): number[] | null {
  if (text.length > 64) return null;
  const bytes: number[] = [];
  let bits = 0;
  let value = 0;
  for (const letter of text) {
    const five = letters.indexOf(letter);
    if (five < 0) return null;
    value = (value << 5) | five;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((value >> bits) & 255);
      value &= (1 << bits) - 1;
    }
  }
  return bytes;
}

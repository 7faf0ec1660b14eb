import type { Id } from '../model/ids';

const mask = (1n << 64n) - 1n;
const turned = (word: bigint, by: bigint) => ((word << by) | (word >> (64n - by))) & mask;
const hex = (word: bigint) => word.toString(16).padStart(16, '0');

/**
 * SipHash-2-4 with a result of 128 bits (Aumasson and Bernstein, 2012), of which 122 become an id: whoever has not the key cannot tell which text
 * it is of. `key`: a UUID or any 32 hexadecimal digits. Here because a rule can ask no platform for a hash, and no store lets it wait for one.
 */
export function keyedHash(key: string, text: string): Id {
  const digits = key.replaceAll('-', '');
  const [first, second] = [BigInt(`0x${digits.slice(0, 16)}`), BigInt(`0x${digits.slice(16, 32)}`)];
  let [a, b, c, d] = [first ^ 0x736f6d6570736575n, second ^ 0x646f72616e646f6dn ^ 0xeen, first ^ 0x6c7967656e657261n, second ^ 0x7465646279746573n];
  const rounds = (count: number) => {
    for (let round = 0; round < count; round += 1) {
      a = (a + b) & mask;
      b = turned(b, 13n) ^ a;
      a = turned(a, 32n);
      c = (c + d) & mask;
      d = turned(d, 16n) ^ c;
      a = (a + d) & mask;
      d = turned(d, 21n) ^ a;
      c = (c + b) & mask;
      b = turned(b, 17n) ^ c;
      c = turned(c, 32n);
    }
  };
  const take = (word: bigint) => {
    d ^= word;
    rounds(2);
    a ^= word;
  };
  // Two bytes of each UTF-16 unit, four units a word; the last word holds what is left and the length.
  const unit = (at: number) => BigInt(text.charCodeAt(at) || 0);
  const word = (at: number) => unit(at) | (unit(at + 1) << 16n) | (unit(at + 2) << 32n);
  let at = 0;
  for (; at + 4 <= text.length; at += 4) take(word(at) | (unit(at + 3) << 48n));
  take(word(at) | (BigInt((text.length * 2) & 255) << 56n));
  c ^= 0xeen;
  rounds(4);
  const high = hex(a ^ b ^ c ^ d);
  b ^= 0xddn;
  rounds(4);
  const low = hex(a ^ b ^ c ^ d);
  // As a UUID of version 8, which is for such (RFC 9562).
  return `${high.slice(0, 8)}-${high.slice(8, 12)}-8${high.slice(13)}-8${low.slice(1, 4)}-${low.slice(4)}`;
}

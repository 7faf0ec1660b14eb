import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Id } from '../model/ids';
import { keyedHash } from './keyed-hash';

// Key 00 … 0f, message 00 01 02 …, two bytes a UTF-16 unit.
const littleEndian = (hex: string) => (hex.match(/../g) ?? []).reverse().join('');
const key = `${littleEndian('0001020304050607')}${littleEndian('08090a0b0c0d0e0f')}`;
const message = (bytes: number) => String.fromCharCode(...Array.from({ length: bytes / 2 }, (_, at) => (at * 2) | ((at * 2 + 1) << 8)));
const asId = (reference: string) => {
  const [high, low] = [littleEndian(reference.slice(0, 16)), littleEndian(reference.slice(16))];
  return `${high.slice(0, 8)}-${high.slice(8, 12)}-8${high.slice(13)}-8${low.slice(1, 4)}-${low.slice(4)}`;
};

// As OpenSSL says it: `openssl mac -macopt hexkey:… -macopt size:16 SIPHASH`.
it.each([
  [0, 'a3817f04ba25a8e66df67214c7550293'],
  [2, '8177228da4a45dc7fca38bdef60affe4'],
  [8, '3b62a9ba6258f5610f83e264f31497b4'],
  [14, '31fcefac66d7de9c7ec7485fe4494902'],
])('K13 it is SipHash-2-4-128: %i bytes', (bytes, reference) => {
  expect(keyedHash(key, message(bytes))).toBe(asId(reference));
});

it('K13 another text, another key, another hash; always an id', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), fc.string(), fc.string(), (one, other, text, another) => {
      const hash = keyedHash(one, text);
      expect(Id.safeParse(hash).success).toBe(true);
      expect(keyedHash(one, text)).toBe(hash);
      if (another !== text) expect(keyedHash(one, another)).not.toBe(hash);
      if (other !== one) expect(keyedHash(other, text)).not.toBe(hash);
    }),
  );
});

import { expect, it } from 'vitest';
import { hashesIn } from './hashes-in';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

it('K18 finds the hash of every attachment, at any depth', () => {
  expect(hashesIn({ attachments: [{ hash: a, name: 'x' }, { hash: null }], content: { attachments: [{ hash: b }] } })).toEqual([a, b]);
});

it('K18 takes only the field named hash with the form of a sha256', () => {
  expect(hashesIn({ text: a, hash: 'short', rawHash: b })).toEqual([]);
  expect(hashesIn(null)).toEqual([]);
});

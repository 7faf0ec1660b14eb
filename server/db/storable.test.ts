import { expect, it } from 'vitest';
import { storable } from './storable';

it('replaces NUL and lone surrogates at any depth, and nothing else', () => {
  expect(storable({ a: ['x\u0000y', '\ud83d'], 'k\u0000': 1, ok: '😀 æøå \\u0000', none: null })).toEqual({
    a: ['x\ufffdy', '\ufffd'],
    'k\ufffd': 1,
    ok: '😀 æøå \\u0000',
    none: null,
  });
});

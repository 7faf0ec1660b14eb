import { expect, it } from 'vitest';
import { referencesTo } from './references-to';

it('THR-1 what it answers comes last, once', () => {
  expect(referencesTo({ references: ['<a@x>', '<b@x>'], rfcMessageId: '<c@x>' })).toEqual(['<a@x>', '<b@x>', '<c@x>']);
  expect(referencesTo({ references: ['<c@x>', '<b@x>'], rfcMessageId: '<c@x>' })).toEqual(['<b@x>', '<c@x>']);
  expect(referencesTo(undefined)).toEqual([]);
});

it('THR-1 a long thread keeps its beginning and its newest', () => {
  const references = Array.from({ length: 50 }, (_, n) => `<${n}@x>`);
  const all = referencesTo({ references, rfcMessageId: '<new@x>' });
  expect([all.length, all[0], all.at(-2), all.at(-1)]).toEqual([50, '<0@x>', '<49@x>', '<new@x>']);
});

it('RPL-7 an id a stranger wrote cannot begin a header', () => {
  const references = ['<a@x>\r\nBcc: <x@evil.example>', '<a b@x>', 'a@x', '<>', '<b@x>'];
  expect(referencesTo({ references, rfcMessageId: '<c@x>\n<d@x>' })).toEqual(['<b@x>']);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sameJson } from './same-json';

it('I3 equal whatever the order of keys, absent like undefined', () => {
  expect(sameJson({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(sameJson({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameJson({ a: null }, {})).toBe(false);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson([], {})).toBe(false);
});

it('I3 says of any two JSON values what their sorted text says', () => {
  const sorted = (value: unknown): string =>
    JSON.stringify(value, (_key, each) =>
      each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
    );
  // JSON text knows no negative zero.
  const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameJson(a, JSON.parse(sorted(a)))).toBe(true);
      expect(sameJson(a, b)).toBe(sorted(a) === sorted(b));
    }),
  );
});

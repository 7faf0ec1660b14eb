import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { KeptCopy } from './stored-rows';
import { whatGoes } from './what-goes';

const copy = (id: string, size: number, at: number): KeptCopy => ({ id, kind: 'html', size, at });
const ids = (copies: KeptCopy[]) => copies.map(({ id }) => id);

it('X12 nothing goes while everything fits', () => {
  expect(whatGoes([copy('a', 50, 1), copy('b', 50, 2)], { bytes: 100, usedSince: 99 })).toEqual([]);
});

it('X12 K8 what was unused for longest goes first, and no more than must', () => {
  const copies = [copy('new', 40, 30), copy('old', 40, 10), copy('older', 40, 5)];
  expect(ids(whatGoes(copies, { bytes: 90, usedSince: 99 }))).toEqual(['older']);
  expect(ids(whatGoes(copies, { bytes: 79, usedSince: 99 }))).toEqual(['older', 'old']);
});

it('X12 what is on screen stays, whatever it costs', () => {
  expect(ids(whatGoes([copy('open', 500, 100), copy('old', 10, 1)], { bytes: 0, usedSince: 100 }))).toEqual(['old']);
});

it('X12 K8 whatever the copies: what stays fits or is in use, and nothing newer went for something older', () => {
  const some = fc.array(fc.record({ size: fc.nat(100), at: fc.nat(50) }), { maxLength: 30 });
  fc.assert(
    fc.property(some, fc.nat(1000), fc.nat(50), (drawn, bytes, usedSince) => {
      const copies = drawn.map(({ size, at }, n) => copy(String(n), size, at));
      const going = whatGoes(copies, { bytes, usedSince });
      const staying = copies.filter((one) => !going.includes(one));
      const left = staying.reduce((sum, { size }) => sum + size, 0);
      expect(left <= bytes || staying.every(({ at }) => at >= usedSince)).toBe(true);
      const newest = Math.max(-1, ...going.map(({ at }) => at));
      expect(staying.every(({ at }) => at >= newest)).toBe(true);
      const last = going.at(-1);
      if (last) expect(left + last.size).toBeGreaterThan(bytes);
    }),
  );
});

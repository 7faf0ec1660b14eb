import { expect, it } from 'vitest';
import { backoffMs } from './backoff';

it('I12 waits nothing before the first failure', () => {
  expect(backoffMs(0, 0.9)).toBe(0);
});

it('I12 doubles and stays between half the span and the span', () => {
  expect([1, 2, 3].map((n) => backoffMs(n, 0))).toEqual([500, 1000, 2000]);
  expect([1, 2, 3].map((n) => backoffMs(n, 1))).toEqual([1000, 2000, 4000]);
});

it('I12 never waits longer than five minutes, however often it failed', () => {
  expect(backoffMs(9, 1)).toBe(256_000);
  expect(backoffMs(10, 1)).toBe(300_000);
  expect(backoffMs(100_000, 1)).toBe(300_000);
});

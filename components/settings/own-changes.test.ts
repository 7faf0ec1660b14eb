import { expect, it } from 'vitest';
import { ownChanges } from './own-changes';

it('an earlier change of one’s own is passed, also when it comes back from the hub with its fields in another order', () => {
  const own = ownChanges();
  own.note({ timeZone: 'Europe/Oslo', days: [1, 2], follow: true });
  own.note({ timeZone: 'Europe/Oslo', days: [1], follow: true });
  expect(own.isPassed({ days: [1, 2], follow: true, timeZone: 'Europe/Oslo' })).toBe(true);
  expect(own.isPassed({ days: [1], follow: true, timeZone: 'Europe/Oslo' })).toBe(false);
});

it('what a colleague made of it, and what one has gone back to, is not', () => {
  const own = ownChanges();
  for (const at of [1, 2, 1]) own.note({ at });
  expect(own.isPassed({ at: 3 })).toBe(false);
  expect(own.isPassed({ at: 1 })).toBe(false);
  expect(own.isPassed({ at: 2 })).toBe(true);
});

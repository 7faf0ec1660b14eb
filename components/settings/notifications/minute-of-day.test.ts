import { expect, it } from 'vitest';
import { clockOf, minuteOf } from './minute-of-day';

it('NTF-1 a minute of the day and a time field say the same', () => {
  for (const minute of [0, 7, 60, 1320, 1439]) expect(minuteOf(clockOf(minute))).toBe(minute);
  expect(clockOf(425)).toBe('07:05');
  expect(minuteOf('22:00:00')).toBe(1320);
  expect(minuteOf('')).toBeUndefined();
});

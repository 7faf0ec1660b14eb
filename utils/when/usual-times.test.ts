import { expect, it } from 'vitest';
import { usualTimes } from './usual-times';

const timeZone = 'Europe/Copenhagen';
const wall = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
const hours = { timeZone, follow: true, days: Array.from({ length: 7 }, (_, at) => (at < 5 ? [{ from: 9 * 60, to: 16 * 60 }] : [])) };
const offered = (now: number, of: typeof hours | undefined) =>
  usualTimes({ now, timeZone, hours: of }).map(({ name, at }) => `${name} ${wall.format(at)}`);

it('THR-15 later today in three hours, tomorrow and next Monday when one’s day begins', () => {
  const wednesday = Date.UTC(2026, 10, 18, 9, 5);
  expect(offered(wednesday, undefined)).toEqual(['later 2026-11-18 13:30', 'tomorrow 2026-11-19 08:00', 'week 2026-11-23 08:00']);
  expect(offered(wednesday, hours)).toEqual(['later 2026-11-18 13:30', 'tomorrow 2026-11-19 09:00', 'week 2026-11-23 09:00']);
});

it('THR-15 AVL-1 nothing later than one works, not on a day off, and Monday once', () => {
  expect(offered(Date.UTC(2026, 10, 20, 14), hours)).toEqual(['week 2026-11-23 09:00']);
  expect(offered(Date.UTC(2026, 10, 22, 9), hours)).toEqual(['tomorrow 2026-11-23 09:00']);
  expect(offered(Date.UTC(2026, 10, 18, 20), undefined)).toEqual(['tomorrow 2026-11-19 08:00', 'week 2026-11-23 08:00']);
});

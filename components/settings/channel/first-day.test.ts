import { expect, it } from 'vitest';
import { dayOf, firstDay } from './first-day';

const now = new Date(2026, 10, 23, 12).getTime();

it('CHN-2 a day is taken from its first moment, today as well', () => {
  expect(firstDay('2026-06-01', now)).toEqual({ at: new Date(2026, 5, 1).getTime() });
  expect(firstDay('2026-11-23', now)).toEqual({ at: new Date(2026, 10, 23).getTime() });
  expect(firstDay(dayOf(now), now)).toEqual({ at: new Date(2026, 10, 23).getTime() });
});

it('CHN-2 no day, a day to come and one that cannot be are named', () => {
  expect(firstDay('', now)).toEqual({ problem: 'missing' });
  expect(firstDay('2026-11-24', now)).toEqual({ problem: 'to-come' });
  for (const typed of ['2026-02-30', '2026-13-01', '0002-06-01', '1912-06-01', 'i går'])
    expect(firstDay(typed, now)).toEqual({ problem: 'no-such-day' });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursAt } from './hours-at';
import { momentOf, offsetAt, wallDayAt } from './wall-clock';

const hour = 3_600_000;
const timeZone = 'Europe/Copenhagen';
const daily = (...ranges: { from: number; to: number }[]) => ({ timeZone, days: Array.from({ length: 7 }, () => ranges) });
const utc = (month: number, day: number, h: number, m = 0) => Date.UTC(2026, month - 1, day, h, m);

it('AVL-1 the day the clock goes forward, 29 March 2026: nine is nine on the wall, and the day is an hour shorter', () => {
  const office = daily({ from: 540, to: 1020 });
  expect(hoursAt(office, utc(3, 28, 12))).toEqual({ working: true, since: utc(3, 28, 8), until: utc(3, 28, 16) });
  expect(hoursAt(office, utc(3, 29, 12))).toEqual({ working: true, since: utc(3, 29, 7), until: utc(3, 29, 15) });
  // 02:30 is not on the wall that night: it begins when the clock jumps, at 01:00 UTC.
  expect(hoursAt(daily({ from: 150, to: 300 }), utc(3, 29, 2))).toEqual({ working: true, since: utc(3, 29, 1), until: utc(3, 29, 3) });
  // All of it lies in the hour that is left out.
  expect(hoursAt(daily({ from: 130, to: 170 }), utc(3, 29, 1))).toMatchObject({ working: false });
});

it('AVL-1 the day the clock goes back, 25 October 2026: what the wall shows twice begins the first time', () => {
  expect(hoursAt(daily({ from: 150, to: 300 }), utc(10, 25, 1))).toEqual({ working: true, since: utc(10, 25, 0, 30), until: utc(10, 25, 4) });
  const office = daily({ from: 540, to: 1020 });
  expect(hoursAt(office, utc(10, 25, 12))).toEqual({ working: true, since: utc(10, 25, 8), until: utc(10, 25, 16) });
});

it('AVL-1 several ranges a day; what touches over midnight is one stretch; hours without a pause never end', () => {
  const split = daily({ from: 780, to: 1020 }, { from: 540, to: 720 });
  expect(hoursAt(split, utc(6, 1, 10, 30))).toEqual({ working: false, since: utc(6, 1, 10), until: utc(6, 1, 11) });
  const night = daily({ from: 0, to: 360 }, { from: 1320, to: 1440 });
  expect(hoursAt(night, utc(6, 1, 23))).toEqual({ working: true, since: utc(6, 1, 20), until: utc(6, 2, 4) });
  expect(hoursAt(daily({ from: 0, to: 1440 }), utc(6, 1, 12))).toEqual({ working: true, since: null, until: null });
  expect(hoursAt(daily(), utc(6, 1, 12))).toEqual({ working: false, since: null, until: null });
});

it('AVL-1 whatever the zone and moment, the wall shows what was asked, or is just past a gap', () => {
  const zones = ['Europe/Copenhagen', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
  const year = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), year, fc.integer({ min: 0, max: 1439 }), (zone, at, minutes) => {
      const wallDay = wallDayAt(zone, at);
      const moment = momentOf(zone, wallDay, minutes);
      const shown = moment + offsetAt(zone, moment) - wallDay;
      // Zones jump by an hour at most here.
      expect(shown).toBeGreaterThanOrEqual(minutes * 60_000);
      expect(shown - minutes * 60_000).toBeLessThanOrEqual(hour);
    }),
    { numRuns: 300 },
  );
});

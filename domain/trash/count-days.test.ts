import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countDays, type TrashDays } from './count-days';
import { day } from './kept-in-trash';

const start = Date.UTC(2026, 2, 2, 9);
const id = '01990000-0000-7000-8000-000000000001';
const inTrash = [{ id, trashed: { at: start } }];
const fresh: TrashDays = { seenAt: start, lain: {} };
/** The device looks at these times, one after the other. */
const lookedAt = (times: readonly number[]) => times.reduce((seen, now) => countDays(seen.days, inTrash, now), { days: fresh, due: [] as string[] });
const daily = (count: number, from = start) => Array.from({ length: count }, (_, at) => from + (at + 1) * day);

it('VIEW-10 D26 a device that looks every day deletes on the thirtieth', () => {
  expect(lookedAt(daily(29)).due).toEqual([]);
  expect(lookedAt(daily(30)).due).toEqual([id]);
});

it('D26 given the clock is a year ahead; then the trash is as it was, and the next day counts one', () => {
  const ahead = start + 365 * day;
  const jumped = lookedAt([ahead]);
  expect(jumped).toMatchObject({ due: [], days: { lain: { [id]: { counted: day } } } });
  expect(countDays(jumped.days, inTrash, ahead + day)).toMatchObject({ due: [], days: { lain: { [id]: { counted: 2 * day } } } });
});

it('D26 after a jump nothing goes in that run, also what was nearly due', () => {
  const nearly = lookedAt(daily(29));
  const jumped = countDays(nearly.days, inTrash, start + 400 * day);
  expect(jumped.due).toEqual([]);
  expect(countDays(jumped.days, inTrash, start + 400 * day + 1).due).toEqual([id]);
});

it('VIEW-10 what was restored and came to trash again begins anew; what left it is forgotten', () => {
  const almost = lookedAt(daily(29)).days;
  const again = [{ id, trashed: { at: start + 29 * day } }];
  expect(countDays(almost, again, start + 30 * day)).toMatchObject({ due: [], days: { lain: { [id]: { counted: day } } } });
  expect(countDays(almost, [], start + 30 * day)).toEqual({ due: [], days: { seenAt: start + 30 * day, lain: {} } });
});

it('D26 whatever the clock does, no more is counted than a day a look, and nothing goes before thirty of them', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -400 * day, max: 400 * day }), { maxLength: 60 }), (jumps) => {
      let now = start;
      const times = jumps.map((jump) => {
        now = Math.max(0, now + jump);
        return now;
      });
      const { due, days } = lookedAt(times);
      expect(days.lain[id]?.counted ?? 0).toBeLessThanOrEqual(times.length * day);
      if (times.length < 30) expect(due).toEqual([]);
    }),
  );
});

import type { WorkingHours } from '../model/working-hours';
import { momentOf, wallDayAt } from './wall-clock';

const day = 24 * 3_600_000;

/** Whether somebody's hours say they work at a moment, since when, and until when: `null` where that never was or never will be. */
export interface HoursAt {
  working: boolean;
  since: number | null;
  until: number | null;
}

/** What working hours say of a moment (AVL-1), by the clock on the wall: also on the two days a year it is changed. */
export function hoursAt({ timeZone, days }: Pick<WorkingHours, 'timeZone' | 'days'>, at: number): HoursAt {
  const today = wallDayAt(timeZone, at);
  const spans: { from: number; to: number }[] = [];
  // A week back and ahead holds the last and the next change of any hours.
  for (let n = -8; n <= 8; n++) {
    const wallDay = today + n * day;
    const ranges = days[(Math.floor(wallDay / day) + 3) % 7] ?? [];
    for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
      const span = { from: momentOf(timeZone, wallDay, from), to: momentOf(timeZone, wallDay, to) };
      const last = spans.at(-1);
      // Ranges that touch or overlap, over midnight too, are one.
      if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
      else if (span.from < span.to) spans.push(span);
    }
  }
  const now = spans.find(({ from, to }) => from <= at && at < to);
  // Hours without a pause neither begin nor end.
  const edge = (moment: number) => (Math.abs(moment - at) < 7 * day + 3_600_000 * 2 ? moment : null);
  if (now) return { working: true, since: edge(now.from), until: edge(now.to) };
  const before = spans.findLast(({ to }) => to <= at);
  const after = spans.find(({ from }) => from > at);
  return { working: false, since: before?.to ?? null, until: after?.from ?? null };
}

const minute = 60_000;
const day = 24 * 60 * minute;

/** Making one takes far longer than asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit' as const;
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone, year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' });
  clocks.set(timeZone, clock);
  return clock;
}

/** How far a zone's wall clock is ahead of UTC at a moment, ms. */
export function offsetAt(timeZone: string, at: number): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(at / minute) * minute;
}

/** Midnight, as if it were UTC, of the day on the wall at a moment. */
export const wallDayAt = (timeZone: string, at: number): number => Math.floor((at + offsetAt(timeZone, at)) / day) * day;

/**
 * The moment the wall shows so many minutes of a day (`wallDayAt`). A time the clock jumps over is the moment it jumps, one it shows twice the
 * first.
 */
export function momentOf(timeZone: string, wallDay: number, minutes: number): number {
  const wall = wallDay + minutes * minute;
  // The offsets of the day before and after hold every clock change about this time; the larger gives the earlier moment.
  const [a, b] = [offsetAt(timeZone, wall - day), offsetAt(timeZone, wall + day)];
  const early = wall - Math.max(a, b);
  const late = wall - Math.min(a, b);
  if (early + offsetAt(timeZone, early) === wall) return early;
  if (late + offsetAt(timeZone, late) === wall) return late;
  return jumpBetween(timeZone, early, late);
}

/** The first minute at which the zone's clock has changed. */
function jumpBetween(timeZone: string, from: number, to: number): number {
  const before = offsetAt(timeZone, from);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute;
    if (offsetAt(timeZone, middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

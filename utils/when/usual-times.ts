import { momentOf, wallDayAt } from '../../domain/agent/wall-clock';
import { dayBegins, rangesOn } from './day-begins';
import type { Clock } from './read-when';

const minute = 60_000;
const day = 1440 * minute;

export interface UsualTime {
  name: 'later' | 'tomorrow' | 'week';
  at: number;
}

/**
 * The few times most are snoozed until (THR-15), by an agent's working hours: later today while they work that long, tomorrow where they work
 * then, and the next Monday unless that is tomorrow.
 */
export function usualTimes({ now, timeZone, hours }: Clock): UsualTime[] {
  const today = wallDayAt(timeZone, now);
  const weekday = (new Date(today).getUTCDay() + 6) % 7;
  const begins = (wallDay: number) => momentOf(timeZone, wallDay, dayBegins(hours, wallDay));
  const ends = rangesOn(hours, today)?.at(-1)?.to ?? (hours ? 0 : 18 * 60);
  const later = Math.ceil((now + 3 * 60 * minute) / (30 * minute)) * 30 * minute;
  const tomorrow = today + day;
  const monday = today + (7 - weekday) * day;
  return [
    ...(later <= momentOf(timeZone, today, ends) ? [{ name: 'later' as const, at: later }] : []),
    ...(rangesOn(hours, tomorrow)?.length === 0 ? [] : [{ name: 'tomorrow' as const, at: begins(tomorrow) }]),
    ...(monday === tomorrow ? [] : [{ name: 'week' as const, at: begins(monday) }]),
  ];
}

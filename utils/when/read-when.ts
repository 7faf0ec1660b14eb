import { momentOf, wallDayAt } from '../../domain/agent/wall-clock';
import type { WorkingHours } from '../../domain/model/working-hours';
import { dayBegins } from './day-begins';
import { type Said, said } from './said';

const minute = 60_000;
const day = 1440 * minute;

export interface Clock {
  now: number;
  timeZone: string;
  /** Whose day it is, as far as known: "tomorrow" is when it begins. */
  hours: WorkingHours | undefined;
}

/**
 * The moment a person means by words of English, Danish, Norwegian or Swedish: "i morgen kl. 9", "fredag 14:30", "om 2 timer", "12. december".
 * By the clock on their wall, also over a change of it. `past`: understood, and over. Nothing, where a word of it is not understood.
 */
export function readWhen(text: string, clock: Clock): { at: number } | 'past' | undefined {
  const words = text.normalize('NFC').toLowerCase().trim();
  // 12.12 is a time, unless there is another: then it is a day.
  for (const dots of ['time', 'date'] as const) {
    const meant = said(words, dots);
    const at = meant && momentSaid(meant, clock);
    if (at !== undefined) return at > clock.now ? { at } : 'past';
  }
  return undefined;
}

function momentSaid(meant: Said, { now, timeZone, hours }: Clock): number | undefined {
  const { after, date, weekday, near, part } = meant;
  if (after?.minutes) return now + after.minutes * minute;
  const today = wallDayAt(timeZone, now);
  const minutesOf = (on: number) => minutesSaid(meant) ?? part?.minutes ?? dayBegins(hours, on);
  const on = (wallDay: number) => momentOf(timeZone, wallDay, minutesOf(wallDay));
  const thisOr = (first: number, then: number) => (on(first) > now ? on(first) : on(then));

  if (after) return on(after.months ? monthsOn(today, after.months) : today + (after.days ?? 0) * day);
  if (near !== undefined || part?.today) return on(today + (near ?? 0) * day);
  if (weekday !== undefined) {
    const isNow = (new Date(today).getUTCDay() + 6) % 7;
    if (meant.next) return on(today + (7 - isNow + weekday) * day);
    const first = today + ((weekday - isNow + 7) % 7) * day;
    return thisOr(first, first + 7 * day);
  }
  if (date) {
    const [year, month] = [new Date(today).getUTCFullYear(), new Date(today).getUTCMonth()];
    if (date.month === undefined) {
      const [here, later] = [dayOf(year, month, date.day), dayOf(year, month + 1, date.day)];
      return here !== undefined && on(here) > now ? on(here) : later && on(later);
    }
    const first = dayOf(date.year ?? year, date.month, date.day);
    if (first === undefined) return undefined;
    return date.year === undefined ? thisOr(first, dayOf(year + 1, date.month, date.day) ?? first) : on(first);
  }
  if (!meant.time && !part) return undefined;
  return thisOr(today, today + day);
}

/** Of a bare "2" in the afternoon, or where nothing says otherwise: who answers mail means the day. */
function minutesSaid({ time, part }: Said): number | undefined {
  if (!time) return undefined;
  const late = part && part.minutes !== null && part.minutes >= 12 * 60;
  const isBare = time.bare && !part && time.minutes > 0 && time.minutes < 7 * 60;
  return time.minutes < 12 * 60 && (late || isBare) ? time.minutes + 12 * 60 : time.minutes;
}

/** A day of the calendar, unless there is none such. */
function dayOf(year: number, month: number, date: number): number | undefined {
  const at = Date.UTC(year, month, date);
  return new Date(at).getUTCDate() === date ? at : undefined;
}

/** As many months on, the last of the month where it is shorter. */
function monthsOn(from: number, months: number): number {
  const at = new Date(from);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months + 1, 0)).getUTCDate();
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, Math.min(at.getUTCDate(), last));
}

import type { QuietHours } from '../model/notification-settings';

/** Whether somebody wants to hear nothing at this moment (ms), by the clock on their wall. */
export function isQuiet(quiet: QuietHours | null, now: number): boolean {
  if (!quiet) return false;
  const { from, to, timeZone } = quiet;
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(now);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const minute = hours * 60 + minutes;
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

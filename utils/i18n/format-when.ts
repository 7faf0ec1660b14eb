import { formatTime } from './format-time';
import { intlTag, type Locale } from './locale';

/** A time ahead: "14:30" today, "Fri, 20 Nov, 14:30" on another day, with the year where it is another one. */
export function formatWhen(locale: Locale, at: number, now: number): string {
  const [then, today] = [new Date(at), new Date(now)];
  if (then.toDateString() === today.toDateString()) return formatTime(locale, at);
  const day = then.getFullYear() === today.getFullYear() ? { weekday: 'short' as const } : { year: 'numeric' as const };
  const options = { ...day, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hour12: false } as const;
  return new Intl.DateTimeFormat(intlTag[locale], options).format(at);
}

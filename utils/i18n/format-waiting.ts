import type { Locale } from './locale';
import { translate } from './translate';

/** How long, in one short word: "4 min", "3 h", "2 d". Under a minute is "1 min": a list does not count seconds. */
export function formatWaiting(locale: Locale, ms: number) {
  const minutes = Math.max(1, Math.floor(ms / 60_000));
  if (minutes < 60) return translate(locale, 'waitingMinutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return translate(locale, 'waitingHours', { count: hours });
  return translate(locale, 'waitingDays', { count: Math.floor(hours / 24) });
}

import { intlTag, type Locale } from './locale';
import { translate } from './translate';

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);

/** The heading of a day in a list: Today, Yesterday, "Thursday 12 November", with the year where it is another one. */
export function formatDay(locale: Locale, at: number, now: number) {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0) return translate(locale, 'dayToday');
  if (days === 1) return translate(locale, 'dayYesterday');
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const text = new Intl.DateTimeFormat(intlTag[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
  return text.charAt(0).toLocaleUpperCase(intlTag[locale]) + text.slice(1);
}

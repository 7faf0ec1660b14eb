import { intlTag, type Locale } from './locale';

/** "12 Nov"; with the year where it is not the one `now` lies in. */
export function formatDate(locale: Locale, at: number, now: number) {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(intlTag[locale], { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at);
}

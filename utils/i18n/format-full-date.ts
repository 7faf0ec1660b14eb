import { intlTag, type Locale } from './locale';

/** The whole of it, for titles and screen readers: "Thursday 12 November 2026 at 09:41". */
export const formatFullDate = (locale: Locale, at: number) =>
  new Intl.DateTimeFormat(intlTag[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);

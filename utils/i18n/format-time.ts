import { intlTag, type Locale } from './locale';

/** 09:41 in English, 09.41 in Danish. `at` in ms since 1970. */
export const formatTime = (locale: Locale, at: number) =>
  new Intl.DateTimeFormat(intlTag[locale], { hour: '2-digit', minute: '2-digit', hour12: false }).format(at);

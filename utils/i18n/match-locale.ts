import { isLocale, type Locale } from './locale';

/** Norwegian comes as `no` and `nn` as well; bokmål is the nearest we have. */
const nearest: Record<string, Locale> = { no: 'nb', nn: 'nb' };

/** The first of the wanted language tags we speak (`navigator.languages`, or an Accept-Language header in its order), else English. */
export function matchLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.trim().toLowerCase().split(/[-_;]/)[0] ?? '';
    const locale = nearest[language] ?? language;
    if (isLocale(locale)) return locale;
  }
  return 'en';
}

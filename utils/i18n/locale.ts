/** The languages Samtale speaks, in the order the language menu shows them. */
export const locales = ['en', 'da', 'nb', 'sv'] as const;
export type Locale = (typeof locales)[number];

/** What each language calls itself. */
export const languageNames: Record<Locale, string> = { en: 'English', da: 'Dansk', nb: 'Norsk bokmål', sv: 'Svenska' };

/** The tag for `Intl`: English goes by the 24-hour clock and day before month. */
export const intlTag: Record<Locale, string> = { en: 'en-GB', da: 'da-DK', nb: 'nb-NO', sv: 'sv-SE' };

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

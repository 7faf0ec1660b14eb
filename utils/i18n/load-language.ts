import firstKeys from 'words/first-keys';
import type { Locale } from './locale';
import { bringLanguage } from './messages';

type Words = Promise<{ default: readonly string[] }>;

/** Two files each, made by the build: what the first paint of a page says, and all else (`scripts/build/words-by-pages.ts`). */
const files: Record<Locale, { first(): Words; rest(): Words }> = {
  en: { first: () => import('../../public/_locales/en/messages.json?first'), rest: () => import('../../public/_locales/en/messages.json?rest') },
  da: { first: () => import('../../public/_locales/da/messages.json?first'), rest: () => import('../../public/_locales/da/messages.json?rest') },
  nb: { first: () => import('../../public/_locales/nb/messages.json?first'), rest: () => import('../../public/_locales/nb/messages.json?rest') },
  sv: { first: () => import('../../public/_locales/sv/messages.json?first'), rest: () => import('../../public/_locales/sv/messages.json?rest') },
};

let spoken: Locale | undefined;
let whole = false;
const rests: Partial<Record<Locale, Promise<void>>> = {};

/** Brings the words of one language, those of a first paint alone until `restOfWords` was asked for. A page reads no language it does not speak. */
export async function loadLanguage(locale: Locale): Promise<void> {
  spoken = locale;
  bring(locale, firstKeys, (await files[locale].first()).default);
  if (whole) await restOf(locale);
}

/** All other words, of the language spoken and from now on of any: what is not in a page's first scripts waits for them. */
export async function restOfWords(): Promise<void> {
  whole = true;
  if (spoken) await restOf(spoken);
}

function restOf(locale: Locale): Promise<void> {
  rests[locale] ??= Promise.all([import('words/rest-keys'), files[locale].rest()]).then(([keys, words]) =>
    bring(locale, keys.default, words.default),
  );
  return rests[locale];
}

const bring = (locale: Locale, keys: readonly string[], words: readonly string[]) =>
  bringLanguage(locale, Object.fromEntries(keys.map((key, at) => [key, { message: words[at] ?? '' }])));

import da from '../../public/_locales/da/messages.json';
import en from '../../public/_locales/en/messages.json';
import nb from '../../public/_locales/nb/messages.json';
import sv from '../../public/_locales/sv/messages.json';
import type { Locale } from './locale';
import { bringLanguage, type Messages } from './messages';

/** Every language at once, for who speaks to several people: the hub, and tests. Importing it brings them. */
export const everyLanguage: Record<Locale, Messages> = { en, da, nb, sv };

for (const locale of ['en', 'da', 'nb', 'sv'] as const) bringLanguage(locale, everyLanguage[locale]);

import type { Locale } from './locale';
import { bringLanguage, type Messages } from './messages';

const files: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('../../public/_locales/en/messages.json'),
  da: () => import('../../public/_locales/da/messages.json'),
  nb: () => import('../../public/_locales/nb/messages.json'),
  sv: () => import('../../public/_locales/sv/messages.json'),
};

/** Brings the words of one language, a file of their own: a page reads the one it speaks and not the three others. */
export async function loadLanguage(locale: Locale): Promise<void> {
  bringLanguage(locale, (await files[locale]()).default);
}

import type { Locale } from './locale';
import { bringLanguage, type Messages } from './messages';

// Under a name of its own: of the plain one the worker takes a few words, and would be given all of them.
const files: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('../../public/_locales/en/messages.json?whole'),
  da: () => import('../../public/_locales/da/messages.json?whole'),
  nb: () => import('../../public/_locales/nb/messages.json?whole'),
  sv: () => import('../../public/_locales/sv/messages.json?whole'),
};

/** Brings the words of one language, a file of their own: a page reads the one it speaks and not the three others. */
export async function loadLanguage(locale: Locale): Promise<void> {
  bringLanguage(locale, (await files[locale]()).default);
}

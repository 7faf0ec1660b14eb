import type en from '../../public/_locales/en/messages.json';
import type { Locale } from './locale';

/** The browser's own format, so that the manifest and the screens read one file per language. */
export type Messages = Record<string, { message: string }>;
export type MessageKey = keyof typeof en;
/** `waitingChanges` for `waitingChanges_one` and `waitingChanges_other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** The languages that are here: on the hub all of them (`every-language.ts`), in a page the one it speaks (`load-language.ts`). */
const here = new Map<Locale, Messages>();

/** Adds words of a language to those that are here. */
export const bringLanguage = (locale: Locale, messages: Messages) => void here.set(locale, { ...here.get(locale), ...messages });

/** Whether a language can be spoken without waiting for it. */
export const isLanguageHere = (locale: Locale): boolean => here.has(locale);

export function messagesOf(locale: Locale): Messages {
  const messages = here.get(locale);
  if (!messages) throw new Error(`the words of "${locale}" are not here`);
  return messages;
}

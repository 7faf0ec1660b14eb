import da from '../../public/_locales/da/messages.json';
import en from '../../public/_locales/en/messages.json';
import nb from '../../public/_locales/nb/messages.json';
import sv from '../../public/_locales/sv/messages.json';
import type { Locale } from './locale';

/** The browser's own format, so that the manifest and the screens read one file per language. */
export type Messages = Record<string, { message: string }>;
export const messages: Record<Locale, Messages> = { en, da, nb, sv };

export type MessageKey = keyof typeof en;
/** `waitingChanges` for `waitingChanges_one` and `waitingChanges_other`. */
export type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

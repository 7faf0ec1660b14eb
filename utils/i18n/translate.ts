import { formatNumber } from './format-number';
import type { Locale } from './locale';
import { type MessageKey, messagesOf } from './messages';

export type Params = Record<string, string | number>;

/** A message in a language; `{name}` stands for a parameter, numbers are written the language's way. Throws on a key that is nowhere. */
export function translate(locale: Locale, key: MessageKey, params?: Params): string {
  const found = messagesOf(locale)[key];
  if (!found) throw new Error(`no message "${key}"`);
  if (!params) return found.message;
  return found.message.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(locale, value) : value;
  });
}

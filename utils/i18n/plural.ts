import { intlTag, type Locale } from './locale';
import type { MessageKey, PluralKey } from './messages';
import { type Params, translate } from './translate';

/** The form of a message for a number, by the language's own rule. All four languages have `one` and `other`. */
export function plural(locale: Locale, key: PluralKey, count: number, params?: Params): string {
  const form = new Intl.PluralRules(intlTag[locale]).select(count) === 'one' ? 'one' : 'other';
  return translate(locale, `${key}_${form}` as MessageKey, { ...params, count });
}

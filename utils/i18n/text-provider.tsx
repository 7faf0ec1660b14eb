import { type ReactNode, useEffect, useState } from 'react';
import { loadLanguage } from './load-language';
import type { Locale } from './locale';
import { isLanguageHere } from './messages';
import { textOf } from './text';
import { TextContext } from './text-context';

/** Gives all screens below it one language, once its words are here; changing `locale` changes every word at once, without a reload. */
export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [text, setText] = useState(() => (isLanguageHere(locale) ? textOf(locale) : undefined));
  useEffect(() => {
    let gone = false;
    loadLanguage(locale)
      .then(() => {
        if (gone) return;
        document.documentElement.lang = locale;
        setText(textOf(locale));
      })
      .catch((error: unknown) => console.warn(`the words of ${locale} did not come`, error));
    return () => {
      gone = true;
    };
  }, [locale]);
  return text ? <TextContext value={text}>{children}</TextContext> : null;
}

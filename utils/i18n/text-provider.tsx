import { createContext, type ReactNode, useEffect, useMemo } from 'react';
import type { Locale } from './locale';
import { type Text, textOf } from './text';

export const TextContext = createContext<Text>(textOf('en'));

/** Gives all screens below it one language; changing `locale` changes every word at once, without a reload. */
export function TextProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const text = useMemo(() => textOf(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return <TextContext value={text}>{children}</TextContext>;
}

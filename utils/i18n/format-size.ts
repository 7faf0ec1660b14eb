import { intlTag, type Locale } from './locale';

const units = ['B', 'kB', 'MB', 'GB'];

/** Bytes as people read them: 240 kB, 1.2 MB (1,2 MB in the Nordic languages). */
export function formatSize(locale: Locale, bytes: number) {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const text = new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value);
  return `${text} ${units[step]}`;
}

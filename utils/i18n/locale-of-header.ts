import type { Locale } from './locale';
import { matchLocale } from './match-locale';

/** The language a browser asks for by `Accept-Language`, best first by its q values (RFC 9110 12.5.4). */
export function localeOfHeader(header: string | null | undefined): Locale {
  const wanted = (header ?? '').split(',').map((part, place) => {
    const [tag = '', ...rest] = part.split(';');
    const q = rest.map((r) => /^\s*q=([\d.]+)\s*$/.exec(r)?.[1]).find((found) => found !== undefined);
    return { tag, place, q: q === undefined ? 1 : Number(q) };
  });
  return matchLocale(
    wanted
      .filter((w) => w.q > 0)
      .sort((a, b) => b.q - a.q || a.place - b.place)
      .map((w) => w.tag),
  );
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { locales } from '../../utils/i18n/locale';
import { firstWords } from './first-words';

const root = join(import.meta.dirname, '../..');
const pages = ['sidepanel', 'popup', 'inbox', 'options'].map((page) => join(root, 'entrypoints', page, 'main.tsx'));
const words = /[\\/]_locales[\\/](\w+)[\\/]messages\.json\?(first|rest)$/;
const names = /^words\/(?:(first|rest)-keys|opening)$/;
const openings = [join(root, 'entrypoints/opening.ts')];

type Messages = Record<string, { message: string }>;
type Part = 'first' | 'rest';

/**
 * The words of a language in two files: `messages.json?first`, what the first paint of a page may say, and `messages.json?rest`, four fifths of them,
 * which come after it (P9). Apart from the plain file, of which the worker takes a few by name. What the words are called is said once for all four
 * languages: 23 KB of the zipped extension (P16).
 */
export const wordsByPages = (): Plugin => {
  let parts: Record<Part, string[]> | undefined;
  const keysOf = (part: Part) => {
    parts ??= inTwo();
    return parts[part];
  };
  return {
    name: 'words-by-pages',
    enforce: 'pre',
    resolveId: (source) => (names.test(source) ? `\0${source}` : undefined),
    load(id) {
      if (id === '\0words/opening') return `export default ${JSON.stringify(ofOpening())};`;
      const [, part] = names.exec(id.slice(1)) ?? [];
      if (part) return `export default ${JSON.stringify(keysOf(part as Part))};`;
      const [, locale = '', half] = words.exec(id) ?? [];
      if (!half) return undefined;
      const messages = messagesIn(locale);
      const said = keysOf(half as Part).map((key) => messages[key]?.message);
      return { code: `export default ${JSON.stringify(said)};`, moduleType: 'js' };
    },
  };
};

/** The file such words are in: `first-words-da`. */
export function fileOfWords(id: string): string | null {
  const [, locale, part] = words.exec(id) ?? [];
  return part ? `${part}-words-${locale}` : null;
}

const messagesIn = (locale: string) => JSON.parse(readFileSync(join(root, 'public/_locales', locale, 'messages.json'), 'utf8')) as Messages;

/** Of every language the few words the first rows are drawn with. */
function ofOpening() {
  const keys = firstWords(openings, Object.keys(messagesIn('en')));
  return Object.fromEntries(
    locales.map((locale) => {
      const messages = messagesIn(locale);
      return [locale, Object.fromEntries(keys.map((key) => [key, { message: messages[key]?.message }]))];
    }),
  );
}

function inTwo() {
  const all = Object.keys(messagesIn('en'));
  const first = firstWords(pages, all);
  return { first, rest: all.filter((key) => !first.includes(key)) };
}

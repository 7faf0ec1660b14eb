import type { Text } from '../../utils/i18n/text';
import { useText } from '../../utils/i18n/use-text';
import type { ImportRow } from '../../utils/store/stored-rows';

/** What became of each of the files one gave, by name: folded, and as long as one can read. */
export function ImportNames({ row }: { row: ImportRow }) {
  const text = useText();
  const { plural } = text;
  return outcomes(row, text).map(({ words, names, all }) => (
    <details key={words} className="mt-1 text-xs">
      <summary className="num text-ink-2">{words}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so by keyboard too */}
      <ul className="mt-1 max-h-40 overflow-y-auto pl-4 text-ink-2" aria-label={words} tabIndex={0}>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list only grows
          <li key={at} className="wrap-anywhere">
            {name}
          </li>
        ))}
        {all > names.length && <li>{plural('moveMore', all - names.length)}</li>}
      </ul>
    </details>
  ));
}

const outcomes = ({ names, fresh, known, unreadable }: ImportRow, { plural }: Text) =>
  names
    ? [
        { words: plural('importUnreadable', unreadable), names: names.unreadable, all: unreadable },
        { words: plural('importNew', fresh - unreadable), names: names.fresh, all: fresh - unreadable },
        { words: plural('importKnown', known), names: names.known, all: known },
      ].filter(({ all }) => all > 0)
    : [];

const romans: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let written = '';
  for (const [value, letters] of romans) {
    for (; rest >= value; rest -= value) written += letters;
  }
  return written;
}

/** The number a Roman one may stand for; whether it is written as one writes it is for `roman` to say. */
function fromRoman(written: string): number {
  let left = written;
  let number = 0;
  for (const [value, letters] of romans) {
    for (; left.startsWith(letters); left = left.slice(letters.length)) number += value;
  }
  return left === '' ? number : 0;
}

const a = 'a'.charCodeAt(0);
const letters = (number: number) =>
  (number > 26 ? String.fromCharCode(a + Math.floor((number - 1) / 26) - 1) : '') + String.fromCharCode(a + ((number - 1) % 26));
const fromLetters = (written: string) => [...written].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - a + 1, 0);

export interface Numbering {
  /** As `type` of an `ol` has it; none for digits. */
  type?: 'i' | 'I' | 'a' | 'A';
  start: number;
}

/** How a list counts whose items begin so, one after the other; `undefined` where that is no counting. */
export function numberingOf(markers: readonly string[]): Numbering | undefined {
  const [first = ''] = markers;
  const small = first.toLowerCase();
  const isRoman = /^[ivxlcdm]+$/.test(small) && roman(fromRoman(small)) === small;
  const [kind, start, write] = /^\d+$/.test(first)
    ? ([undefined, Number.parseInt(first, 10), String] as const)
    : isRoman
      ? (['i', fromRoman(small), roman] as const)
      : (['a', fromLetters(small), letters] as const);
  const isLarge = kind !== undefined && first === first.toUpperCase();
  const written = (number: number) => (isLarge ? write(number).toUpperCase() : write(number));
  if (start < 1 || !markers.every((marker, at) => marker === written(start + at))) return undefined;
  if (!kind) return { start };
  return { type: isLarge ? (kind === 'i' ? 'I' : 'A') : kind, start };
}

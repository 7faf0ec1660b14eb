/** How an ordered list of this `type` counts: `1`, `a`, `A`, `i` or `I`. */
export function listNumber(type: string | undefined, at: number): string {
  if (!(at >= 1 && at < 4000)) return String(at);
  if (type === 'a') return letters(at);
  if (type === 'A') return letters(at).toUpperCase();
  if (type === 'i') return roman(at).toLowerCase();
  return type === 'I' ? roman(at) : String(at);
}

function letters(at: number): string {
  const rest = Math.floor((at - 1) / 26);
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((at - 1) % 26));
}

const romans: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(at: number): string {
  const [value, sign] = romans.find(([least]) => at >= least) ?? [at, ''];
  return at === 0 ? '' : sign + roman(at - value);
}

import type { BenchRow, Samples } from './bench-row';

export interface Result {
  name: string;
  what: string;
  unit: BenchRow['unit'];
  ours: number;
  floor: number;
  ratio: number;
  target: BenchRow['target'];
  pass: boolean;
}

/** Median against median; both sides were measured alternately in one run, so the ratio holds on a busy machine too. */
export function resultOf({ name, what, unit, target }: Omit<BenchRow, 'run'>, samples: Samples): Result {
  const [ours, floor] = [median(samples.ours), median(samples.floor)];
  const ratio = ours / floor;
  return { name, what, unit, ours, floor, ratio, target, pass: 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost };
}

export function lineOf({ name, what, unit, ours, floor, ratio, target, pass }: Result): string {
  const wanted = 'atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`;
  const number = (value: number) => (unit === 'ms' ? value.toFixed(2) : Math.round(value).toLocaleString('en'));
  const verdict = pass ? 'pass' : 'MISS';
  return `${name.padEnd(4)} ours ${number(ours)} ${unit}  floor ${number(floor)} ${unit}  ratio ${ratio.toFixed(2)}  target ${wanted}  ${verdict}   ${what}`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

const first = 1_000;
const longest = 5 * 60_000;

/**
 * How long to leave a source alone after so many failures in a row, ms: doubling from 1 s to 5 min, each time anywhere in the
 * upper half of the span, so that a hub that comes back is not met by everybody at once (I12). `random` is in [0, 1).
 */
export function backoffMs(failures: number, random: number): number {
  if (failures <= 0) return 0;
  const span = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return Math.round(span / 2 + (span / 2) * random);
}

import type { KeptCopy } from './stored-rows';

export interface Budget {
  /** Bytes all copies may have together. */
  bytes: number;
  /** ms; what was used since stays whatever it costs: it is on screen, or was a moment ago. */
  usedSince: number;
}

/** Which copies go, so that what stays fits the budget: those unused for longest, and no more than must (X12, K8). */
export function whatGoes<Copy extends KeptCopy>(copies: readonly Copy[], { bytes, usedSince }: Budget): Copy[] {
  let over = copies.reduce((sum, { size }) => sum + size, 0) - bytes;
  const going: Copy[] = [];
  for (const copy of [...copies].sort((a, b) => a.at - b.at || b.size - a.size)) {
    if (over <= 0 || copy.at >= usedSince) break;
    over -= copy.size;
    going.push(copy);
  }
  return going;
}

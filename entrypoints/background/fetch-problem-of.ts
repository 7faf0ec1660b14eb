import { isDiskFull } from '../../sync/is-disk-full';
import { Incompatible, Rejected, SignedOut, Unreachable } from '../../sync/ports';
import type { FetchProblem } from '../../utils/messaging/contract';

/** The code a page gets for an error of a fetch; `undefined` for a fault of ours, which goes on as it is. */
export function fetchProblemOf(error: unknown): FetchProblem | undefined {
  if (error instanceof SignedOut) return 'signed-out';
  if (error instanceof Unreachable) return 'offline';
  if (error instanceof Incompatible) return 'incompatible';
  if (error instanceof Rejected) return 'refused';
  return isDiskFull(error) ? 'disk-full' : undefined;
}

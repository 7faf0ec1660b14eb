import { Rejected } from '../../sync/ports';
import type { SetUpProblem } from '../../utils/messaging/contract';
import { fetchProblemOf } from './fetch-problem-of';

const named: readonly SetUpProblem[] = ['address-taken', 'no-client', 'not-found', 'bad-request'];

/** Why the hub did not do what settings about mail asked, by the name it gave; `refused` is only what the agent may not. */
export function setUpProblemOf(error: unknown): SetUpProblem | undefined {
  if (!(error instanceof Rejected) || error.status === 403) return fetchProblemOf(error);
  const { code, status } = error;
  return named.find((one) => one === code) ?? (status === 404 ? 'not-found' : status === 409 ? 'address-taken' : 'bad-request');
}

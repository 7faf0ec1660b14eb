import { expect, it } from 'vitest';
import { Rejected, SignedOut, Unreachable } from '../../sync/ports';
import { setUpProblemOf } from './set-up-problem-of';

it('CHN-2 what the hub did not do is told by the hub’s own name for it; that one may not, only where one may not', () => {
  const told = [
    [new Rejected(403, 'not-allowed'), 'refused'],
    [new Rejected(404, 'no-client'), 'no-client'],
    [new Rejected(404, 'not-found'), 'not-found'],
    [new Rejected(400, 'bad-request'), 'bad-request'],
    [new Rejected(409, 'address-taken'), 'address-taken'],
    [new Rejected(404), 'not-found'],
    [new Rejected(413, 'too-large'), 'bad-request'],
    [new SignedOut('over'), 'signed-out'],
    [new Unreachable('off'), 'offline'],
    [new Error('ours'), undefined],
  ] as const;
  for (const [error, problem] of told) expect(setUpProblemOf(error)).toBe(problem);
});

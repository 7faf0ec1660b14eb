import { type Refusal, refuse } from '../core/refusal';
import type { Address } from '../model/address';
import { isSendableAddress } from './is-sendable-address';

/** Why a mail cannot go to these, or nothing (RPL-7). */
export function recipientsProblem({ to, cc, bcc }: { to: Address[]; cc: Address[]; bcc: Address[] }): Refusal | undefined {
  if (to.length === 0) return refuse('no-recipient');
  const bad = [...to, ...cc, ...bcc].find(({ address }) => !isSendableAddress(address));
  return bad && refuse('bad-recipient', { address: bad.address });
}

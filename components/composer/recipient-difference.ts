import { type Address, foldAddress } from '../../domain/model/address';

/** Who is new to this conversation, and who would have got the answer and now does not (RPL-10). */
export function recipientDifference(chosen: readonly Address[], usual: readonly Address[], known: readonly Address[]) {
  const addresses = (list: readonly Address[]) => new Set(list.map(({ address }) => foldAddress(address)));
  const [picked, familiar] = [addresses(chosen), addresses([...usual, ...known])];
  return {
    added: chosen.filter(({ address }) => !familiar.has(foldAddress(address))),
    leftOut: usual.filter(({ address }) => !picked.has(foldAddress(address))),
  };
}

import type { Id } from '../model/ids';

type Followed = { followers?: unknown };
const of = ({ followers }: Followed) => (followers ?? []) as Id[];

/**
 * Who follows once what one act changed of it is taken back: each stands for oneself, so a colleague who came or went since stays so (THR-18, X26).
 * `undefined` where nothing is left to take back.
 */
export function followersPutBack(row: Followed, change: { before: Followed; after: Followed }): Id[] | undefined {
  const [now, before, after] = [of(row), of(change.before), of(change.after)];
  const all = [...new Set([...before, ...now, ...after])];
  const own = all.filter((id) => before.includes(id) !== after.includes(id));
  if (own.every((id) => now.includes(id) === before.includes(id))) return undefined;
  return all.filter((id) => (own.includes(id) ? before : now).includes(id));
}

import type { Id } from '../../domain/model/ids';

/**
 * The row one step on (`by` 1) or back (-1) from where one stands, staying at the ends; from nowhere, the first or the last.
 * A row that has left stands in the gap it left: one step on from it is the row that followed it. `before`: the order it was last seen in.
 */
export function stepFrom(at: Id | undefined, by: 1 | -1, rows: readonly Id[], before: readonly Id[]): Id | undefined {
  const here = at === undefined ? -1 : rows.indexOf(at);
  if (here >= 0) return rows[Math.max(0, Math.min(rows.length - 1, here + by))];
  const gap = at === undefined ? -1 : before.indexOf(at);
  if (gap < 0) return by > 0 ? rows[0] : rows.at(-1);
  const there = new Set(rows);
  const after = before.slice(gap + 1).find((id) => there.has(id));
  const ahead = before.slice(0, gap).findLast((id) => there.has(id));
  return by > 0 ? (after ?? ahead) : (ahead ?? after);
}

import type { Id } from '../../domain/model/ids';

interface Row {
  id: Id;
}

/**
 * Nothing moves under a pointer: while held, rows keep the order they were shown in, gone ones leave, and new ones wait.
 * A row seen here before is no news: undone, it comes back to where it stood. Answers what to show and how many wait.
 */
export function holdOrder<R extends Row>(
  shown: readonly Id[],
  fresh: readonly R[],
  seen: ReadonlySet<Id> = new Set(),
): { rows: R[]; waiting: number } {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const rows = shown.flatMap((id) => byId.get(id) ?? []);
  const known = new Set(shown);
  const lastShown = fresh.findLastIndex((row) => known.has(row.id));
  // Rows below the last one shown are a further page, not news: they may be put on at the end.
  const further = lastShown < 0 ? [] : fresh.slice(lastShown + 1);
  let waiting = 0;
  for (const [place, row] of fresh.slice(0, lastShown < 0 ? fresh.length : lastShown + 1).entries()) {
    if (known.has(row.id)) continue;
    if (seen.has(row.id)) rows.splice(rows.findIndex((other) => other.id === fresh[place - 1]?.id) + 1, 0, row);
    else waiting += 1;
  }
  return { rows: [...rows, ...further], waiting };
}

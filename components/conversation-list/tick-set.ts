import type { Id } from '../../domain/model/ids';

/** What is ticked, and where a range that is drawn with Shift begins. */
export interface TickSet {
  ids: ReadonlySet<Id>;
  /** What was ticked before the range: drawn shorter again, it takes back only its own. */
  base: ReadonlySet<Id>;
  from: Id | undefined;
}

export const noTicks: TickSet = { ids: new Set(), base: new Set(), from: undefined };

export function toggled({ ids }: TickSet, id: Id): TickSet {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, base: next, from: id };
}

/** Everything between where the range begins and here, `rows` in the order they are shown; `start`: where it begins if nowhere yet. */
export function reached({ base, from }: TickSet, to: Id, rows: readonly Id[], start: Id | undefined): TickSet {
  const begin = [from, start, to].find((id) => id !== undefined && rows.includes(id));
  const [a, b] = [rows.indexOf(begin ?? to), rows.indexOf(to)].sort((one, other) => one - other);
  return { base, from: begin, ids: new Set([...base, ...rows.slice(a, (b ?? 0) + 1)]) };
}

export const allOf = (ids: readonly Id[]): TickSet => ({ ids: new Set(ids), base: new Set(ids), from: undefined });

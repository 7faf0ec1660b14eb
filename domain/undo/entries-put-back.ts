import type { Id } from '../model/ids';

/** Fields of a conversation whose entries stand each for itself: who follows it, what it is tagged with. */
export const ofEntries = ['followers', 'tags'] as const;
type Entries = (typeof ofEntries)[number];
type Fields = { [F in Entries]?: unknown };

export const entriesOf = (row: Fields, field: Entries): Id[] => (row[field] ?? []) as Id[];

/** The row with these entries, each once; where there is none it says nothing of it. */
export function withEntries<R extends Fields>(row: R, field: Entries, ids: readonly Id[]): R {
  const { [field]: _, ...rest } = row;
  return (ids.length === 0 ? rest : { ...rest, [field]: [...new Set(ids)] }) as unknown as R;
}

/**
 * What stands there once what one act changed of it is taken back: what came or went since by other acts stays so (THR-16, THR-18, X26).
 * `undefined` where nothing is left to take back.
 */
export function entriesPutBack(field: Entries, row: Fields, change: { before: Fields; after: Fields }): Id[] | undefined {
  const [now, before, after] = [row, change.before, change.after].map((fields) => entriesOf(fields, field)) as [Id[], Id[], Id[]];
  const all = [...new Set([...before, ...now, ...after])];
  const own = all.filter((id) => before.includes(id) !== after.includes(id));
  if (own.every((id) => now.includes(id) === before.includes(id))) return undefined;
  return all.filter((id) => (own.includes(id) ? before : now).includes(id));
}

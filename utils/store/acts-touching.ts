import type { OutboxEntry, RowKey } from './stored-rows';

/**
 * Which pending acts must be taken back and done again: those that looked at or wrote a row in question, and then all that hang
 * on the rows these wrote. The others stand as they are, however many there are (K20).
 */
export function actsTouching(entries: readonly OutboxEntry[], rows: Iterable<RowKey>, dropped: ReadonlySet<string>): OutboxEntry[] {
  const byRow = new Map<RowKey, OutboxEntry[]>();
  for (const entry of entries) {
    for (const row of new Set([...entry.writes, ...entry.reads])) {
      const known = byRow.get(row);
      if (known) known.push(entry);
      else byRow.set(row, [entry]);
    }
  }
  const affected = new Set<OutboxEntry>(entries.filter((entry) => dropped.has(entry.uuid)));
  const seen = new Set<RowKey>();
  const queue: RowKey[] = [...rows, ...[...affected].flatMap((entry) => entry.writes)];
  for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
    if (seen.has(row)) continue;
    seen.add(row);
    for (const entry of byRow.get(row) ?? []) {
      if (affected.has(entry)) continue;
      affected.add(entry);
      queue.push(...entry.writes);
    }
  }
  return entries.filter((entry) => affected.has(entry));
}

import { Dexie } from 'dexie';
import type { Id } from '../../domain/model/ids';
import { actsTouching } from './acts-touching';
import { restoreBase } from './restore-base';
import { runAct } from './run-act';
import type { StoreTables } from './store-tables';
import type { OutboxEntry, RowKey } from './stored-rows';

export interface Rebase {
  /** Rows the new truth is about; `all` when whole spaces go. */
  rows: readonly RowKey[] | 'all';
  /** Acts that leave the outbox: confirmed with their rows, or refused. */
  dropped: readonly OutboxEntry[];
  /** Writes the new truth. */
  apply(): Promise<void>;
}

/**
 * Puts new truth under pending acts: takes back the acts it touches, writes it, and does again what is still pending (K3). Most
 * pages touch none and cost nothing here. Must run inside one transaction: no reader ever sees the middle (I7).
 */
export async function rebase(tables: StoreTables, me: Id, { rows, dropped, apply }: Rebase): Promise<void> {
  const entries = await tables.outbox.toArray();
  if (entries.length === 0) return apply();
  const leaving = new Set(dropped.map((entry) => entry.uuid));
  const affected = rows === 'all' ? entries : actsTouching(entries, rows, leaving);
  await restoreBase(
    tables,
    me,
    affected.flatMap((entry) => entry.writes),
  );
  await apply();
  if (dropped.length > 0) await tables.outbox.bulkDelete(dropped.map((entry) => entry.id));
  for (const entry of affected) if (!leaving.has(entry.uuid)) await replay(tables, me, entry);
}

/**
 * Does a pending act again over the new truth. One that is refused here now keeps its place: the hub has the last word, here it
 * only stops showing. Its rows stay noted, so that it shows again should they come back.
 */
export async function replay(tables: StoreTables, me: Id, entry: OutboxEntry): Promise<void> {
  const result = await attempt(tables, me, entry);
  const add = (known: RowKey[], more: RowKey[]) => [...new Set([...known, ...more])];
  await tables.outbox.update(entry.id, {
    writes: add(entry.writes, result?.refused ? [] : (result?.writes ?? [])),
    reads: add(entry.reads, result?.reads ?? []),
  });
}

/** A rule that breaks over the new rows must not stop the sync (I12): it is reported and shows nothing here. The store's own faults go on. */
async function attempt(tables: StoreTables, me: Id, entry: OutboxEntry) {
  try {
    return await runAct(tables, me, entry, true);
  } catch (error) {
    if (error instanceof Dexie.DexieError || error instanceof DOMException) throw error;
    console.error(`${entry.name} (${entry.uuid}) could not be shown over the newest rows`, error);
    return undefined;
  }
}

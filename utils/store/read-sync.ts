import type { SyncPhase } from '../../sync/ports';
import { metaRow } from './me';
import type { StoreTables } from './store-tables';
import { waitingChanges } from './waiting-changes';

export interface SyncState {
  /** `never` until the first sync of this database began. */
  phase: SyncPhase['phase'] | 'never';
  /** ms, since when it stands so; 0 for `never`. */
  at: number;
  /** Acts of this device the hub has not taken yet, as their author counts them. */
  waiting: number;
  /** Conversations of the first sync, all inboxes together; null once it is done. */
  bootstrap: { done: number; total: number } | null;
  /** The hub has something this version of Samtale cannot read (0050). */
  unknown: boolean;
}

/** What the status line says. */
export async function readSync(db: Pick<StoreTables, 'meta' | 'outbox' | 'spaces'>): Promise<SyncState> {
  const [sync, waiting, spaces, unknown] = await Promise.all([metaRow(db, 'sync'), waitingChanges(db), db.spaces.toArray(), metaRow(db, 'unknown')]);
  const running = spaces.flatMap(({ bootstrap }) => (bootstrap ? [bootstrap] : []));
  const sum = (of: 'done' | 'total') => running.reduce((all, one) => all + one[of], 0);
  return {
    phase: sync?.phase ?? 'never',
    at: sync?.at ?? 0,
    waiting: waiting.length,
    unknown: unknown !== undefined,
    bootstrap: running.length > 0 ? { done: sum('done'), total: sum('total') } : null,
  };
}

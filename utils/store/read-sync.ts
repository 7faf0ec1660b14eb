import type { SyncPhase } from '../../sync/ports';
import { metaRow } from './me';
import type { StoreTables } from './store-tables';

export interface SyncState {
  /** `never` until the first sync of this database began. */
  phase: SyncPhase['phase'] | 'never';
  /** ms, since when it stands so; 0 for `never`. */
  at: number;
  /** Acts of this device the hub has not taken yet. */
  waiting: number;
  /** Conversations of the first sync, all inboxes together; null once it is done. */
  bootstrap: { done: number; total: number } | null;
}

/** What the status line says. */
export async function readSync(db: Pick<StoreTables, 'meta' | 'outbox' | 'spaces'>): Promise<SyncState> {
  const [sync, waiting, spaces] = await Promise.all([
    metaRow(db, 'sync'),
    db.outbox.where('[state+id]').between(['pending', 0], ['pending', Number.POSITIVE_INFINITY]).primaryKeys(),
    db.spaces.toArray(),
  ]);
  const running = spaces.flatMap(({ bootstrap }) => (bootstrap ? [bootstrap] : []));
  const sum = (of: 'done' | 'total') => running.reduce((all, one) => all + one[of], 0);
  return {
    phase: sync?.phase ?? 'never',
    at: sync?.at ?? 0,
    waiting: waiting.length,
    bootstrap: running.length > 0 ? { done: sum('done'), total: sum('total') } : null,
  };
}

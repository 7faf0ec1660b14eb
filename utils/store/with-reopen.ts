import type { SamtaleDatabase } from './database';

/** What IndexedDB says when the connection went away under our feet: after a worker woke, or when the browser dropped it. */
const closedNames = new Set(['DatabaseClosedError', 'InvalidStateError', 'OpenFailedError']);

/** Runs `work`; if the database was closed meanwhile, opens it and runs `work` once more: it must be safe to repeat (F13). */
export async function withReopen<T>(db: SamtaleDatabase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (db.outdated || !(error instanceof Error) || !closedNames.has(error.name)) throw error;
    // Dexie may still think it open; another call may have opened it meanwhile, and that connection is not ours to break.
    if (error.name === 'InvalidStateError') db.close({ disableAutoOpen: false });
    if (!db.isOpen()) await db.open();
    return work();
  }
}

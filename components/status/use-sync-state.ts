import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { notApplied } from '../../utils/store/not-applied';
import { readSync } from '../../utils/store/read-sync';
import { waitingChanges } from '../../utils/store/waiting-changes';
import { useWorkspace } from '../panel/workspace-context';
import { aboutChange } from './about-change';

/** All the status line tells, live: where sync stands, what waits, what the hub refused. */
export function useSyncState() {
  const { db } = useWorkspace();
  const online = useOnline();
  const sync = useLiveQuery(() => readSync(db), [db]);
  const waiting = useLiveQuery(async () => {
    const changes = await waitingChanges(db);
    const entries = await db.undoEntries.bulkGet(changes.map(({ uuid }) => uuid));
    return Promise.all(
      changes.map(async (change, at) => ({ ...change, entry: entries[at], about: await aboutChange(db, (change.takesBack ?? change).args) })),
    );
  }, [db]);
  const refused = useLiveQuery(async () => {
    const all = await notApplied(db);
    // One entry a chain: what hangs on a refused act is told with it (K10).
    const heads = all.filter((entry) => entry.chain === entry.uuid || !all.some(({ uuid }) => uuid === entry.chain));
    return Promise.all(
      heads.map(async (entry) => ({
        ...entry,
        about: await aboutChange(db, entry.args),
        others: all.filter(({ chain, uuid }) => chain === entry.uuid && uuid !== entry.uuid).length,
      })),
    );
  }, [db]);
  return { sync, waiting: waiting ?? [], refused: refused ?? [], online };
}
export type SyncView = ReturnType<typeof useSyncState>;

function useOnline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const read = () => setOnline(navigator.onLine);
    window.addEventListener('online', read);
    window.addEventListener('offline', read);
    return () => {
      window.removeEventListener('online', read);
      window.removeEventListener('offline', read);
    };
  }, []);
  return online;
}

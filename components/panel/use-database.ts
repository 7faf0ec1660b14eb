import { useState } from 'react';
import { databaseNameOf } from '../../utils/connection/database-name';
import { openDatabase, type SamtaleDatabase } from '../../utils/store/database';

/** The database of a connection, for as long as the page lives. `outdated`: a newer extension has opened it, this page must reload. */
export function useDatabase(connectionId: string): { db: SamtaleDatabase; outdated: boolean } {
  const [outdated, setOutdated] = useState(false);
  const [db] = useState(() => openDatabase(databaseNameOf(connectionId), { onOutdated: () => setOutdated(true) }));
  return { db, outdated };
}

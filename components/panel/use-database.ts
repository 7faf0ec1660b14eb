import { useState } from 'react';
import { openAccount } from '../../utils/connection/open-account';
import type { SamtaleDatabase } from '../../utils/store/database';
import { device } from './device';

/** The database of a connection, for as long as the page lives. `outdated`: a newer extension has opened it, this page must reload. */
export function useDatabase(connectionId: string): { db: SamtaleDatabase; outdated: boolean } {
  const [outdated, setOutdated] = useState(false);
  const [db] = useState(() => openAccount(device, connectionId, { onOutdated: () => setOutdated(true) }));
  return { db, outdated };
}

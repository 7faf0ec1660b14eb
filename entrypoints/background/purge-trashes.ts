import { oneAtATime } from '../../utils/browser/one-at-a-time';
import { purgeTrash } from '../../utils/sources/local/purge-trash';
import { connectionHost } from './connection-host';
import { withStore } from './with-store';

/** The 30 days of trash in workspaces of this computer (VIEW-10); of a hub's the hub counts them. Never rejects. */
export const purgeTrashes = (): Promise<void> =>
  oneAtATime(navigator.locks, 'samtale-trash', async () => {
    for (const { id, kind } of await connectionHost.device.connections.toArray()) {
      if (kind === 'local') await withStore(id, (db) => purgeTrash(db, Date.now())).catch((fault) => console.error('trash', fault));
    }
  });

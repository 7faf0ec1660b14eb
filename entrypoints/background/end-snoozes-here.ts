import { oneAtATime } from '../../utils/browser/one-at-a-time';
import { endSnoozes } from '../../utils/sources/local/end-snoozes';
import { connectionHost } from './connection-host';
import { tellNotices } from './tell-notices';
import { withStore } from './with-store';

/** What is snoozed in workspaces of this computer comes back in time, and is told (THR-15); of a hub's the hub sees to it. Never rejects. */
export const endSnoozesHere = (): Promise<void> =>
  oneAtATime(navigator.locks, 'samtale-snooze', async () => {
    for (const connection of await connectionHost.device.connections.toArray()) {
      if (connection.kind !== 'local') continue;
      await withStore(connection.id, (db) => endSnoozes(db, Date.now())).catch((fault) => console.error('snooze', fault));
      await tellNotices(connection);
    }
  });

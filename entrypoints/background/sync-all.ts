import { signedInConnections } from './connections';
import { isWaiting } from './retry-after';
import { syncConnection } from './sync-connection';

/**
 * Syncs every account. `patiently`: a timer, which leaves alone a hub that did not answer a moment ago (I12). `now`: a person or
 * the hub itself asked for it.
 */
export async function syncAll(how: 'now' | 'patiently'): Promise<void> {
  for (const connection of await signedInConnections()) {
    if (how === 'now' || !(await isWaiting(connection.id))) void syncConnection(connection);
  }
}

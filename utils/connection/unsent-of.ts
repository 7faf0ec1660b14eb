import type { SamtaleDatabase } from '../store/database';
import { waitingChanges } from '../store/waiting-changes';
import type { Connection, DeviceDatabase } from './device-database';
import { openAccount } from './open-account';
import { typedWordsOf } from './typed-words';

/** What an account holds that only this device has and its hub should: a workspace of this computer has no hub to wait for. */
export const unsentOf = (device: Pick<DeviceDatabase, 'connections' | 'settings'>, { id, kind }: Pick<Connection, 'id' | 'kind'>): Promise<number> =>
  kind === 'local' ? Promise.resolve(0) : unsentOfHub(device, id);

/** Acts the hub has not taken, those it refused and nobody has looked at, and what is typed and not saved yet: all hold words of a person (X13). */
const unsentOfHub = (device: Pick<DeviceDatabase, 'connections' | 'settings'>, connectionId: string): Promise<number> =>
  withDatabase(device, connectionId, async (db) => {
    const [waiting, refused, typed] = await Promise.all([waitingChanges(db), db.notApplied.count(), typedWordsOf(device, connectionId)]);
    return waiting.length + refused + typed.length;
  });

/** Opens a connection's database for this work alone. */
export async function withDatabase<T>(
  device: Pick<DeviceDatabase, 'connections'>,
  connectionId: string,
  run: (db: SamtaleDatabase) => Promise<T>,
): Promise<T> {
  const db = openAccount(device, connectionId);
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

import { openDatabase, type SamtaleDatabase } from '../store/database';
import { waitingChanges } from '../store/waiting-changes';
import { type DeviceDatabase, databaseNameOf } from './device-database';
import { typedWordsOf } from './typed-words';

/** Acts the hub has not taken, those it refused and nobody has looked at, and what is typed and not saved yet: all hold words of a person (X13). */
export const unsentOf = (device: Pick<DeviceDatabase, 'settings'>, connectionId: string): Promise<number> =>
  withDatabase(connectionId, async (db) => {
    const [waiting, refused, typed] = await Promise.all([waitingChanges(db), db.notApplied.count(), typedWordsOf(device, connectionId)]);
    return waiting.length + refused + typed.length;
  });

/** Opens a connection's database for this work alone. */
export async function withDatabase<T>(connectionId: string, run: (db: SamtaleDatabase) => Promise<T>): Promise<T> {
  const db = openDatabase(databaseNameOf(connectionId));
  try {
    return await run(db);
  } finally {
    db.close();
  }
}

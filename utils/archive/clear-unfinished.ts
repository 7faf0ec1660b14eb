import { Dexie } from 'dexie';
import { databaseNameOf } from '../connection/database-name';
import type { DeviceDatabase } from '../connection/device-database';
import { forgetTypedWords } from '../connection/typed-words';

/** A workspace that is being written from an archive and not listed yet; its lock is held by who writes it. */
const unfinished = 'restoring:';
export const restoringKey = (connectionId: string) => `${unfinished}${connectionId}`;
export const restoringLock = (connectionId: string) => `samtale-${unfinished}${connectionId}`;

type Device = Pick<DeviceDatabase, 'settings'>;

/** Clears away what pages left behind that were closed in the middle of taking in an archive. */
export async function clearUnfinished(device: Device, locks: Pick<LockManager, 'request'>): Promise<void> {
  for (const { key } of await device.settings.where('key').startsWith(unfinished).toArray()) {
    const id = key.slice(unfinished.length);
    await locks.request(restoringLock(id), { ifAvailable: true }, async (lock) => {
      if (lock) await clearAway(device, id);
    });
  }
}

/** One of them: its rows, its files, words typed in it. */
export async function clearAway(device: Device, connectionId: string): Promise<void> {
  await Dexie.delete(databaseNameOf(connectionId));
  await forgetTypedWords(device, connectionId);
  await device.settings.delete(restoringKey(connectionId));
}

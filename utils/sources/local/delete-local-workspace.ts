import { Dexie } from 'dexie';
import { databaseNameOf } from '../../connection/database-name';
import type { DeviceDatabase } from '../../connection/device-database';
import { forgetTypedWords } from '../../connection/typed-words';

/** Takes a workspace of this computer off the list and deletes all of it: rows, files, words typed. There is no copy to come back from. */
export async function deleteLocalWorkspace(device: Pick<DeviceDatabase, 'connections' | 'settings'>, connectionId: string): Promise<void> {
  const connection = await device.connections.get(connectionId);
  if (connection?.kind !== 'local') throw new Error(`${connectionId} is no workspace of this computer`);
  await device.connections.delete(connectionId);
  await device.settings.delete(`place:${connectionId}`);
  await forgetTypedWords(device, connectionId);
  await Dexie.delete(databaseNameOf(connectionId));
}

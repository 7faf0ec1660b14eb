import { type OpenOptions, openDatabase, type SamtaleDatabase } from '../store/database';
import { databaseNameOf } from './database-name';
import type { DeviceDatabase } from './device-database';

/**
 * Opens the database of an account this device lists, and makes one that is not there (yet, or the browser lost it, F10). One that was removed stays
 * away, however late somebody comes with its id: what they open fails, and nothing of it lies here again (X13).
 */
export const openAccount = (
  device: Pick<DeviceDatabase, 'connections'>,
  connectionId: string,
  options: Pick<OpenOptions, 'onOutdated'> = {},
): SamtaleDatabase =>
  openDatabase(databaseNameOf(connectionId), {
    ...options,
    mayMake: async () => (await device.connections.get(connectionId)) !== undefined,
  });

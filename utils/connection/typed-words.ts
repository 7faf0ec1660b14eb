import type { DeviceDatabase } from './device-database';

/** Where the words lie that are typed at a place and not yet saved as a draft; a place begins with its account's id and `:`. */
export const typedWordsKey = (place: string) => `typing:${place}`;

/** Forgets all of an account's: they are about its customers (E33). */
export const forgetTypedWords = (device: Pick<DeviceDatabase, 'settings'>, connectionId: string): Promise<number> =>
  device.settings
    .where('key')
    .startsWith(typedWordsKey(`${connectionId}:`))
    .delete();

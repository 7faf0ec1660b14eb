import { useLiveQuery } from 'dexie-react-hooks';
import type { Connection } from '../../utils/connection/device-database';
import { device } from './device';

/** The account this device shows: the one opened last. `null` when there is none, `undefined` until read. */
export function useConnection(): Connection | null | undefined {
  return useLiveQuery(async () => {
    const all = await device.connections.toArray();
    return all.sort((a, b) => b.lastOpenedAt - a.lastOpenedAt)[0] ?? null;
  });
}

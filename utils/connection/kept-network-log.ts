import * as z from 'zod/mini';
import { type Exchange, type LoggedExchanges, requestKinds, withExchanges } from '../network/network-log';
import type { DeviceDatabase } from './device-database';

const name = 'network-log';
const Log = z.array(
  z.object({
    host: z.string(),
    kind: z.enum(requestKinds),
    sent: z.number(),
    received: z.number(),
    count: z.int(),
    failed: z.int(),
    first: z.number(),
    last: z.number(),
  }),
);

/** What this device sent where, the newest first. */
export const readNetworkLog = async (device: Pick<DeviceDatabase, 'settings'>): Promise<LoggedExchanges[]> =>
  Log.safeParse((await device.settings.get(name))?.value).data ?? [];

export const addToNetworkLog = (device: DeviceDatabase, exchanges: readonly Exchange[]): Promise<unknown> =>
  device.transaction('rw', device.settings, async () => {
    await device.settings.put({ key: name, value: withExchanges(await readNetworkLog(device), exchanges) });
  });

export const clearNetworkLog = (device: Pick<DeviceDatabase, 'settings'>): Promise<void> => device.settings.delete(name);

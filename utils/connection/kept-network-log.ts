import * as z from 'zod/mini';
import { type Exchange, type LoggedExchanges, requestKinds, withExchanges } from '../network/network-log';
import type { DeviceDatabase } from './device-database';

const name = 'network-log';
/** When it was last cleared, ms: the worker gathers what was sent for a moment before it writes it down. */
const clearedName = 'network-log-cleared';
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

/** What went before the log was cleared is not written into it any more, though it is only told now. */
export const addToNetworkLog = (device: DeviceDatabase, exchanges: readonly Exchange[]): Promise<unknown> =>
  device.transaction('rw', device.settings, async () => {
    const cleared = Number((await device.settings.get(clearedName))?.value ?? 0);
    // A clock that was set back since must hide nothing.
    const since = exchanges.filter(({ at }) => at > cleared || cleared > Date.now());
    if (since.length > 0) await device.settings.put({ key: name, value: withExchanges(await readNetworkLog(device), since) });
  });

export const clearNetworkLog = (device: DeviceDatabase, at = Date.now()): Promise<unknown> =>
  device.transaction('rw', device.settings, async () => {
    await device.settings.delete(name);
    await device.settings.put({ key: clearedName, value: at });
  });

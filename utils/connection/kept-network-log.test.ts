import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { Exchange } from '../network/network-log';
import { newId } from '../store/new-id';
import { DeviceDatabase } from './device-database';
import { addToNetworkLog, clearNetworkLog, readNetworkLog } from './kept-network-log';

const exchangeAt = (at: number): Exchange => ({ host: 'hub.example', kind: 'sync', sent: 10, received: 20, failed: false, at });
const countIn = async (device: DeviceDatabase) => (await readNetworkLog(device)).reduce((sum, { count }) => sum + count, 0);

it('ALL-5 a log that was cleared stays so: what went before and is only written down afterwards does not come back', async () => {
  const device = new DeviceDatabase(newId());
  await addToNetworkLog(device, [exchangeAt(500)]);
  const gathered = [exchangeAt(900), exchangeAt(1000)];
  await clearNetworkLog(device, 1000);
  await addToNetworkLog(device, gathered);
  expect(await readNetworkLog(device)).toEqual([]);
  await addToNetworkLog(device, [exchangeAt(1000), exchangeAt(1001)]);
  expect(await countIn(device)).toBe(1);
});

it('ALL-5 a clock that was set back since the log was cleared hides nothing', async () => {
  const device = new DeviceDatabase(newId());
  await clearNetworkLog(device, Date.now() + 3_600_000);
  await addToNetworkLog(device, [exchangeAt(Date.now())]);
  expect(await countIn(device)).toBe(1);
});

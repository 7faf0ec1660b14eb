import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Connection } from '../../utils/connection/device-database';
import { openedLast } from '../../utils/connection/opened-last';
import { ahead } from '../opening/ahead';
import { device } from './device';

/** The account this device shows: the one opened last. `null` when there is none, `undefined` until read. */
export function useConnection(): Connection | null | undefined {
  const [first] = useState(() => ahead()?.connection);
  return useLiveQuery(async () => openedLast(await device.connections.toArray()) ?? null, [], first);
}

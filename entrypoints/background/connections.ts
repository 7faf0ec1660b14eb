import type { Connection } from '../../utils/connection/device-database';
import { connectionHost } from './connection-host';

const { device } = connectionHost;

/** Accounts of this device whose session is not over. */
export const signedInConnections = async (): Promise<Connection[]> =>
  (await device.connections.toArray()).filter((connection) => !connection.signedOut);

/** The account a person looks at: the one opened last. */
export async function getCurrentConnection(): Promise<Connection> {
  const [current] = (await device.connections.toArray()).sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
  if (!current) throw new Error('no connection');
  return current;
}

import type { Connection } from '../../utils/connection/device-database';
import { connectionHost } from './connection-host';

const { device } = connectionHost;

/** Accounts of this device whose session is not over. */
export const signedInConnections = async (): Promise<Connection[]> =>
  (await device.connections.toArray()).filter((connection) => !connection.signedOut);

/** The account a page names; one page may show another than the next (K16). */
export async function getConnection(connectionId: string): Promise<Connection> {
  const connection = await device.connections.get(connectionId);
  if (!connection) throw new Error(`no connection ${connectionId}`);
  return connection;
}

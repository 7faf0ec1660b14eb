import type { HubConnection } from '../../utils/connection/device-database';
import { connectionHost } from './connection-host';

const { device } = connectionHost;

/** Accounts of this device whose session is not over. A workspace of this computer alone has nobody to sync with. */
export const signedInConnections = async (): Promise<HubConnection[]> =>
  (await device.connections.toArray()).filter((connection): connection is HubConnection => connection.kind === 'hub' && !connection.signedOut);

/** The account a page names; one page may show another than the next (K16). */
export async function getConnection(connectionId: string): Promise<HubConnection> {
  const connection = await device.connections.get(connectionId);
  if (connection?.kind !== 'hub') throw new Error(`no hub connection ${connectionId}`);
  return connection;
}

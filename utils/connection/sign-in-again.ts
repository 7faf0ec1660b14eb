import type { ConnectAnswer } from '../messaging/contract';
import type { ConnectionHost } from './connection-host';
import { signIn } from './sign-in';

/** The session of an account ended: the same hub's window again, one click where its own session still stands. The outbox waits. */
export async function signInAgain(host: ConnectionHost, connectionId: string): Promise<ConnectAnswer> {
  const connection = await host.device.connections.get(connectionId);
  if (connection?.kind !== 'hub') throw new Error(`no connection ${connectionId}`);
  return signIn(host, { origin: connection.origin, invitation: null });
}

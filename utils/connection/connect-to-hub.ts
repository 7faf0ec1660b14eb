import type { ConnectAnswer } from '../messaging/contract';
import { checkHubUrl } from './check-hub-url';
import type { ConnectionHost } from './connection-host';
import { signIn } from './sign-in';

/** The Connect button: an address or an invitation link as it was typed, to an account with its database, or why not. */
export async function connectToHub(host: ConnectionHost, typed: string): Promise<ConnectAnswer> {
  const hub = checkHubUrl(typed);
  return 'problem' in hub ? hub : signIn(host, hub);
}

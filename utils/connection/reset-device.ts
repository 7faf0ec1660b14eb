import { clearUnfinished } from '../archive/clear-unfinished';
import type { ResetAnswer } from '../messaging/contract';
import { deleteLocalWorkspace } from '../sources/local/delete-local-workspace';
import type { ConnectionHost } from './connection-host';
import type { HubConnection } from './device-database';
import { signOut } from './sign-out';
import { unsentOf } from './unsent-of';

/**
 * Takes everything of Samtale off this device: accounts with their rows, choices, keys, the log. Refused as long as anything waits anywhere: it
 * is sent, saved or discarded account by account first (X13). What is on hubs stays there; a workspace of this computer is gone.
 */
export async function resetDevice(
  host: Pick<ConnectionHost, 'device' | 'locks' | 'memory' | 'copies'>,
  sync: (connection: HubConnection) => Promise<void>,
): Promise<ResetAnswer> {
  const connections = await host.device.connections.toArray();
  const unsent = await Promise.all(connections.map((connection) => unsentOf(host.device, connection)));
  const waiting = unsent.reduce((sum, count) => sum + count, 0);
  if (waiting > 0) return { unsent: waiting };
  for (const { id, kind } of connections) {
    if (kind === 'local') {
      await deleteLocalWorkspace(host.device, id);
      continue;
    }
    const answer = await signOut(host, id, 'ask', sync);
    // Something was done meanwhile: what is left stays as it is.
    if ('unsent' in answer) return answer;
  }
  await clearUnfinished(host.device, host.locks);
  await Promise.all([host.device.settings.clear(), host.device.vault.clear()]);
  return { done: true };
}

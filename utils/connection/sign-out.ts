import { Dexie } from 'dexie';
import { Unreachable } from '../../sync/ports';
import type { SignOutAnswer } from '../messaging/contract';
import { fetchJson } from '../network/fetch-allowed';
import { forgetOutboxCopy } from '../store/keep-outbox-copy';
import { clientId } from './ask-for-tokens';
import type { ConnectionHost } from './connection-host';
import { databaseNameOf } from './database-name';
import type { HubConnection } from './device-database';
import { saveTypedWords } from './save-typed-words';
import { endSession } from './tokens';
import { forgetTypedWords } from './typed-words';
import { unsentOf, withDatabase } from './unsent-of';
import { Vault } from './vault';

type Host = Pick<ConnectionHost, 'device' | 'locks' | 'memory' | 'copies'>;

/**
 * Signs an account out and wipes what it left on this device. With anything unsent it needs the person's choice first (X13): `ask`
 * answers how much there is, `send` syncs once more, `discard` lets it go. Nothing is wiped while something is left that was not discarded.
 */
export async function signOut(
  host: Host,
  connectionId: string,
  unsent: 'ask' | 'send' | 'discard',
  sync: (connection: HubConnection) => Promise<void>,
): Promise<SignOutAnswer> {
  const connection = await host.device.connections.get(connectionId);
  if (connection?.kind !== 'hub') return { done: true };
  if (unsent === 'send') {
    await withDatabase(host.device, connectionId, (db) => saveTypedWords(host.device, db, connectionId));
    await sync(connection);
  }
  // The lock of the sync: it neither runs meanwhile nor begins before the account is off the list.
  return host.locks.request(`samtale-sync-${connectionId}`, async (): Promise<SignOutAnswer> => {
    const left = unsent === 'discard' ? 0 : await unsentOf(host.device, connection);
    if (left > 0) return unsent === 'ask' ? { unsent: left } : { failed: 'unsent' };
    const secrets = await new Vault(host.device).find(connectionId);
    await endSession(host, connectionId);
    await host.device.connections.delete(connectionId);
    await forgetTypedWords(host.device, connectionId);
    await forgetOutboxCopy(host.copies, connectionId);
    await Dexie.delete(databaseNameOf(connectionId));
    if (secrets) await revoke(connection.origin, secrets.refreshToken);
    return { done: true };
  });
}

/** The hub may be gone; the key that could use this token is deleted already. */
async function revoke(origin: string, token: string): Promise<void> {
  try {
    const body = new URLSearchParams({ client_id: clientId, token, token_type_hint: 'refresh_token' });
    await fetchJson({ url: `${origin}/auth/oauth2/revoke`, allow: [origin], method: 'POST', body });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    console.info('the hub did not hear of the sign-out', error);
  }
}

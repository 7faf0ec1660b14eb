import * as z from 'zod/mini';
import { Deactivated, SignedOut } from '../../sync/ports';
import { leaveAllSpaces } from '../store/leave-all-spaces';
import { askForTokens, type Granted } from './ask-for-tokens';
import type { ConnectionHost } from './connection-host';
import { withDatabase } from './unsent-of';
import { Vault } from './vault';

const Access = z.object({ token: z.string(), until: z.number() });
const accessName = (connectionId: string) => `access-${connectionId}`;
const lockName = (connectionId: string) => `samtale-tokens-${connectionId}`;
/** A token this close to its end, ms, is not worth sending. */
const margin = 30_000;

type Host = Pick<ConnectionHost, 'device' | 'locks' | 'memory' | 'now'>;

/**
 * The access token of one account. Pages never hold one; content scripts cannot read where it lies. Renewing is single-flight over all
 * contexts: two at once would cost the session (X34). Both throw `SignedOut` when the hub refuses, `Unreachable` when it does not answer.
 */
export function tokensFor(host: Host, connectionId: string) {
  const known = async () => {
    const found = Access.safeParse(await host.memory.get(accessName(connectionId))).data;
    return found && found.until - margin > host.now() ? found.token : undefined;
  };
  const renewed = (refused?: string) =>
    host.locks.request(lockName(connectionId), async () => {
      const token = await known();
      return token && token !== refused ? token : renew(host, connectionId);
    });
  return {
    accessToken: async (): Promise<string> => (await known()) ?? (await renewed()),
    /** The hub did not take this one, whatever our clock says of it. */
    replaceToken: (refused: string): Promise<string> => renewed(refused),
  };
}

async function renew(host: Host, connectionId: string): Promise<string> {
  const vault = new Vault(host.device);
  const [connection, secrets] = await Promise.all([host.device.connections.get(connectionId), vault.find(connectionId)]);
  if (connection?.kind !== 'hub' || connection.signedOut || !secrets) throw new SignedOut('no session');
  try {
    const granted = await askForTokens(host, connection.origin, secrets.deviceKey, {
      grant_type: 'refresh_token',
      refresh_token: secrets.refreshToken,
    });
    // The new refresh token first: dying in between, we ask again with it and are known.
    await vault.putRefreshToken(connectionId, granted.refresh_token);
    return await keepAccess(host, connectionId, granted);
  } catch (error) {
    if (error instanceof Deactivated) {
      // First what they may no longer see (INB-6): dying in between, we ask again and are told again.
      await withDatabase(host.device, connectionId, (db) => leaveAllSpaces(db, host.now()));
      await endSession(host, connectionId, true);
    } else if (error instanceof SignedOut) await endSession(host, connectionId);
    throw error;
  }
}

/** Remembers an access token until shortly before its end. */
export async function keepAccess(host: Pick<Host, 'memory' | 'now'>, connectionId: string, granted: Granted): Promise<string> {
  await host.memory.set(accessName(connectionId), { token: granted.access_token, until: host.now() + granted.expires_in * 1000 });
  return granted.access_token;
}

/** The session is over; rows and outbox stay (F15). */
export async function endSession(host: Pick<Host, 'device' | 'memory'>, connectionId: string, deactivated = false): Promise<void> {
  await new Vault(host.device).forget(connectionId);
  await host.memory.remove(accessName(connectionId));
  await host.device.connections
    .where('id')
    .equals(connectionId)
    .modify((connection) => {
      if (connection.kind !== 'hub') return;
      connection.signedOut = true;
      if (deactivated) connection.deactivated = true;
    });
}

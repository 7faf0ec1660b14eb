import { backoffMs } from '../../sync/backoff';
import type { HubConnection } from '../../utils/connection/device-database';
import { tokensFor } from '../../utils/connection/tokens';
import { type HubSocket, openHubSocket } from '../../utils/sources/hub/hub-socket';
import { connectionHost } from './connection-host';
import { signedInConnections } from './connections';
import { placesOf, showPresent } from './on-screen';
import { syncConnection } from './sync-connection';
import { withStore } from './with-store';

/** A hub that comes back is met within this, ms, while somebody looks. */
const longestWait = 30_000;

/** Live ends, not state: they go with the worker, and pages and the alarm bring them back. */
let surfaces = 0;
const open = new Map<string, Pick<HubSocket, 'close' | 'here'>>();
/** What each hub was last told is open here. */
const said = new Map<string, string>();
const failures = new Map<string, number>();

/** A page is on screen; call the answer when it is gone. */
export function addSurface(): () => void {
  surfaces++;
  void keepSockets();
  return () => {
    surfaces--;
    if (surfaces === 0) for (const socket of open.values()) socket.close();
  };
}

/** One socket for each account while a page is on screen (K19). */
export async function keepSockets(): Promise<void> {
  if (surfaces === 0) return;
  for (const connection of await signedInConnections()) {
    if (!open.has(connection.id)) void connect(connection);
  }
}

/** What is open on this device changed, or may have: each hub hears of its own (THR-14). */
export function sayPlaces(): void {
  for (const [id, socket] of open) {
    const places = placesOf(id);
    const now = JSON.stringify(places);
    if (now === (said.get(id) ?? '[]')) continue;
    said.set(id, now);
    socket.here(places);
  }
}

async function connect(connection: HubConnection): Promise<void> {
  const { id, origin } = connection;
  const end: Pick<HubSocket, 'close' | 'here'> = { close: () => {}, here: () => {} };
  open.set(id, end);
  const again = () => {
    open.delete(id);
    said.delete(id);
    showPresent(id, undefined, []);
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    setTimeout(() => void keepSockets(), Math.min(longestWait, backoffMs(count, Math.random())));
  };
  try {
    const { clientId } = await withStore(id, (_, store) => store.identity());
    const token = await tokensFor(connectionHost, id).accessToken();
    const socket = openHubSocket(
      { origin, token, clientId },
      {
        welcome() {
          failures.delete(id);
          said.delete(id);
          sayPlaces();
          void syncConnection(connection);
        },
        poke: () => void syncConnection(connection),
        presence: (conversationId, who) => showPresent(id, conversationId, who),
        closed(signedOut) {
          // Its answer to a sync says why.
          if (signedOut) void syncConnection(connection);
          again();
        },
      },
    );
    Object.assign(end, socket);
    if (surfaces === 0) end.close();
  } catch (error) {
    // No token or no store: the sync that meets the same says so in the store.
    console.info('no socket', error);
    again();
  }
}

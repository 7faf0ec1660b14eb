import { syncOnce } from '../../sync/engine';
import { oneAtATime } from '../../utils/browser/one-at-a-time';
import { tellMailPages } from '../../utils/browser/tell-mail-pages';
import { trustedStorage } from '../../utils/browser/trusted-storage';
import type { HubConnection } from '../../utils/connection/device-database';
import { keepNames } from '../../utils/connection/keep-names';
import { keepOutboxCopy } from '../../utils/store/keep-outbox-copy';
import { showBadge } from './badge';
import { connectionHost } from './connection-host';
import { loopbackGate } from './loopback-gate';
import { noteFailure, noteSuccess } from './retry-after';
import { sourceOf } from './source-of';
import { tellNotices } from './tell-notices';
import { withStore } from './with-store';

const clock = { now: () => Date.now() };

/** Test builds can be held at named points; in the shipped one the whole gate falls away (tests/architecture proves it). */
const gate = import.meta.env.SAMTALE_GATES ? loopbackGate : undefined;

/** Syncs one account, alone. Never rejects: how it ended stands in the store, a fault is reported. */
export async function syncConnection(connection: HubConnection): Promise<void> {
  await oneAtATime(navigator.locks, `samtale-sync-${connection.id}`, async () => {
    try {
      // Removed while this waited for its turn: there is nothing left to sync, or to write down about it.
      if (!(await connectionHost.device.connections.get(connection.id))) return;
      const waited = await withStore(connection.id, (db) => db.outbox.count());
      const phase = await withStore(connection.id, (db, store) =>
        keepOutboxCopy({ db, place: trustedStorage, connectionId: connection.id }, () => syncOnce(store, sourceOf(connection), clock, gate)),
      );
      // Perhaps a mail was among it: it has come to the hub, or has to wait.
      if (waited > 0) void tellMailPages();
      await withStore(connection.id, (db) => keepNames(connectionHost.device, connection, db));
      await (phase === 'idle' ? noteSuccess : noteFailure)(connection.id);
    } catch (fault) {
      console.error('sync', fault);
      await noteFailure(connection.id);
    }
    await showBadge();
    await tellNotices(connection);
  });
}

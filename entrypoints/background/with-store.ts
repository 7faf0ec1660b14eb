import { openAccount } from '../../utils/connection/open-account';
import { DexieClientStore } from '../../utils/store/client-store';
import type { SamtaleDatabase } from '../../utils/store/database';
import { connectionHost } from './connection-host';

/** Open databases, kept because opening one costs more than a sync that finds nothing. */
const open = new Map<string, SamtaleDatabase>();

/** Runs `work` on an account's database. One that was deleted or outgrown meanwhile has closed; the next call opens it anew, or
 * fails where the account is gone. */
export async function withStore<T>(connectionId: string, work: (db: SamtaleDatabase, store: DexieClientStore) => Promise<T>): Promise<T> {
  let db = open.get(connectionId);
  if (!db || db.outdated) {
    db = openAccount(connectionHost.device, connectionId);
    open.set(connectionId, db);
  }
  return work(db, new DexieClientStore(db));
}

import { oneAtATime } from '../../utils/browser/one-at-a-time';
import { readBudget } from '../../utils/connection/budget';
import { dropCopies, readCopies } from '../../utils/store/copies';
import { transact } from '../../utils/store/store-tables';
import { whatGoes } from '../../utils/store/what-goes';
import { connectionHost } from './connection-host';
import { withStore } from './with-store';

/** What was shown within this is on screen or will be again in a moment, ms. */
const inUse = 10 * 60_000;

/**
 * Layouts and files fetched from hubs stay within this device's budget, all accounts together. Workspaces of this computer are left alone: theirs are
 * no copies. Never rejects; what is too much stays until the next fetch.
 */
export const keepBudget = (): Promise<void> =>
  oneAtATime(navigator.locks, 'samtale-budget', async () => {
    try {
      const { device } = connectionHost;
      const hubs = (await device.connections.toArray()).filter(({ kind }) => kind === 'hub');
      const copies = await Promise.all(
        hubs.map(({ id }) => withStore(id, async (db) => (await readCopies(db)).map((copy) => ({ ...copy, of: id })))),
      );
      const going = whatGoes(copies.flat(), { bytes: await readBudget(device), usedSince: Date.now() - inUse });
      for (const { id } of hubs) {
        const ids = going.filter(({ of }) => of === id).map((copy) => copy.id);
        if (ids.length > 0) await withStore(id, (db) => transact(db, (tables) => dropCopies(tables, ids)));
      }
    } catch (fault) {
      console.error('budget', fault);
    }
  });

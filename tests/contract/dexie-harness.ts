import { commitWrites } from '../../utils/store/commit-writes';
import { openDatabase } from '../../utils/store/database';
import { DexieReader } from '../../utils/store/dexie-reader';
import { transact } from '../../utils/store/store-tables';
import type { ContractHarness } from './contract-harness';

/** The client's store, over whatever IndexedDB is there: fake-indexeddb in Node, the real one in a browser page. */
export const dexieHarness: ContractHarness = {
  scoped: false,
  async fresh() {
    const db = openDatabase(`contract-${crypto.randomUUID()}`);
    return {
      run: (_scope, work) => transact(db, async (tables) => commitWrites(tables, null, await work(new DexieReader(tables)))),
      counters: async (inboxId) => ({ ...((await db.counters.get(inboxId))?.counts as Record<string, number> | undefined) }),
      close: () => db.delete(),
    };
  },
};

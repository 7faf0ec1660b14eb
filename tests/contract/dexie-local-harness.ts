import { commitLocally } from '../../utils/store/commit-locally';
import { openDatabase } from '../../utils/store/database';
import { DexieReader } from '../../utils/store/dexie-reader';
import { transact } from '../../utils/store/store-tables';
import type { ContractHarness } from './contract-harness';

/** The same store as a workspace without a hub uses it: what is written is the truth at once. */
export const dexieLocalHarness: ContractHarness = {
  scoped: false,
  async fresh() {
    const db = openDatabase(`contract-${crypto.randomUUID()}`);
    let version = 0;
    return {
      run: (_scope, work) =>
        transact(db, async (tables) => {
          version += 1;
          await commitLocally(tables, null, await work(new DexieReader(tables)), version);
        }),
      counters: async (inboxId) => ({ ...((await db.counters.get(inboxId))?.counts as Record<string, number> | undefined) }),
      close: () => db.delete(),
    };
  },
};

import { sql } from 'drizzle-orm';
import { inboxSpace } from '../../domain/model/ids';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { rowSchema } from '../../server/db/schema';
import { snakeCase } from '../../server/db/snake-case';
import type { ContractHarness } from './contract-harness';

const tables = [...Object.keys(rowSchema).map(snakeCase), 'spaces', 'counters', 'outbound_state', 'file_spaces'];

/** The hub's store over one open database, emptied for each case. */
export const drizzleHarness = (open: () => HubDatabase): ContractHarness => ({
  scoped: true,
  async fresh() {
    const { db } = open();
    await db.execute(sql.raw(`truncate ${tables.join(', ')}`));
    const store = new DrizzleHubStore(db, () => 'epoch');
    return {
      run: (scope, work) => store.transaction(scope, async (transaction) => transaction.commit(await work(transaction.reader))),
      counters: (inboxId) => store.snapshot((snapshot) => snapshot.counters(inboxSpace(inboxId))),
      close: async () => undefined,
    };
  },
});

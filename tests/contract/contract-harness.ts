import type { RowReader, Write } from '../../domain/core/tx';
import type { Id, SpaceId } from '../../domain/model/ids';

/** One empty store under the contract. */
export interface ContractStore {
  /**
   * One transaction: `work` reads and answers what to write, which happens whole or, when it throws, not at all. `scope`: the
   * spaces the reader sees; a store that does not scope is only ever given `all`.
   */
  run(scope: readonly SpaceId[] | 'all', work: (reader: RowReader) => Promise<readonly Write[]>): Promise<void>;
  /** The counters it maintains for an inbox, by `counterKeysOf`; a store that keeps none leaves this out. */
  counters?(inboxId: Id): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** How a runner makes stores: Dexie in Node, Dexie in a real browser, PGlite, PostgreSQL, memory. */
export interface ContractHarness {
  /** Whether rows outside a given scope do not exist for its reader (K10). */
  scoped: boolean;
  fresh(): Promise<ContractStore>;
}

/** One thing every store must do. `run` throws an Error that says what differs; it needs no test framework, so a web page can run it. */
export interface ContractCase {
  name: string;
  run(harness: ContractHarness): Promise<void>;
}

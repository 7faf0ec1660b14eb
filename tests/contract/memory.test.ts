import { describe, it } from 'vitest';
import { MemoryReader } from '../support/memory-reader';
import type { ContractHarness } from './contract-harness';
import { storeContract } from './store-contract';

const memoryHarness: ContractHarness = {
  scoped: false,
  async fresh() {
    const rows = new MemoryReader();
    return { run: async (_scope, work) => rows.commit(await work(rows)), close: async () => {} };
  },
};

describe('the store contract over the memory that rules are tried in', () => {
  for (const { name, run } of storeContract) it(name, () => run(memoryHarness));
});

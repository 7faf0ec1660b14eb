import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { dexieHarness } from './dexie-harness';
import { storeContract } from './store-contract';

describe('the store contract over Dexie', () => {
  for (const { name, run } of storeContract) it(name, () => run(dexieHarness));
});

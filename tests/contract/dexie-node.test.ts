import 'fake-indexeddb/auto';
import { describe, it } from 'vitest';
import { dexieHarness } from './dexie-harness';
import { dexieLocalHarness } from './dexie-local-harness';
import { storeContract } from './store-contract';

describe('the store contract over Dexie', () => {
  for (const { name, run } of storeContract) it(name, () => run(dexieHarness));
});

describe('the store contract over Dexie in a workspace without a hub', () => {
  for (const { name, run } of storeContract) it(name, () => run(dexieLocalHarness));
});

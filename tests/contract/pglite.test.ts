import { afterAll, beforeAll, describe, it } from 'vitest';
import type { HubDatabase } from '../../server/db/database';
import { freshPGlite } from '../support/pglite-snapshot';
import { drizzleHarness } from './drizzle-harness';
import { storeContract } from './store-contract';

describe('the store contract over Drizzle on PGlite', () => {
  let database: HubDatabase;
  beforeAll(async () => {
    database = await freshPGlite();
  });
  afterAll(() => database.close());
  const harness = drizzleHarness(() => database);
  for (const { name, run } of storeContract) it(name, () => run(harness));
});

import { afterAll, beforeAll, describe, it } from 'vitest';
import type { HubDatabase } from '../../server/db/database';
import { migrate } from '../../server/db/migrate';
import { openPostgres } from '../../server/db/open-postgres';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { drizzleHarness } from './drizzle-harness';
import { storeContract } from './store-contract';

describe('the store contract over Drizzle on PostgreSQL', () => {
  let server: PrivatePostgres;
  let database: HubDatabase;
  beforeAll(async () => {
    server = await startPrivatePostgres();
    database = openPostgres(await server.createDatabase('contract'), (fault) => {
      throw fault;
    });
    await migrate(database.db);
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });
  const harness = drizzleHarness(() => database);
  for (const { name, run } of storeContract) it(name, () => run(harness));
});

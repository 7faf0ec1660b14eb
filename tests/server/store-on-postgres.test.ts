import { afterAll, describe } from 'vitest';
import { migrate } from '../../server/db/migrate';
import { openPostgres } from '../../server/db/open-postgres';
import { type PrivatePostgres, startPrivatePostgres } from '../support/private-postgres';
import { storeTests } from './store-tests';

describe('the hub store on PostgreSQL', () => {
  let server: PrivatePostgres | undefined;
  afterAll(() => server?.stop());
  storeTests(async () => {
    server = await startPrivatePostgres();
    const database = openPostgres(await server.createDatabase('store'), (fault) => {
      throw fault;
    });
    await migrate(database.db);
    return database;
  });
});

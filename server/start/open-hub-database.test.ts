import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { channelRow, id, inboxRow, workspaceId, write } from '../../tests/support/rows';
import { DrizzleHubStore } from '../db/drizzle-hub-store';
import { openHubDatabase } from './open-hub-database';

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'samtale-open-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const open = async () => {
  const opened = await openHubDatabase({ data, databaseUrl: undefined }, () => undefined);
  await opened.keep();
  return opened.database;
};

it('CHN-4 a database in which two channels have one address is left as it is, and the refusal names both and the way on', async () => {
  const old = await open();
  // As it was before the second migration.
  await old.query('drop index channels_address; create index channels_address on channels ((doc->>$$address$$)) where not deleted');
  await old.query('delete from hub_migrations where hash = (select hash from hub_migrations order by at offset 1 limit 1)');
  await new DrizzleHubStore(old.db, () => 'epoch').transaction('all', (transaction) =>
    transaction.commit([
      write('workspaces', { id: workspaceId, space: `workspace:${workspaceId}`, name: 'Havnegaard' }),
      write('inboxes', inboxRow(10, { name: 'Sales' })),
      write('inboxes', inboxRow(11, { name: 'Support' })),
      write('channels', channelRow(30, 10, 'salg@firma.dk')),
      write('channels', channelRow(31, 11, 'salg@firma.dk')),
      write('channels', channelRow(32, 11, 'support@firma.dk')),
    ]),
  );
  await old.close();

  const refusal = await open().then(
    () => 'it opened',
    (fault: Error) => `${fault.name}: ${fault.message}`,
  );
  expect(refusal).toMatch(/^HubRefused: these channels have the same address/);
  expect(refusal).toContain(`salg@firma.dk: channel ${id(30)} of the inbox "Sales"`);
  expect(refusal).toContain(`salg@firma.dk: channel ${id(31)} of the inbox "Support"`);
  expect(refusal).not.toContain('support@firma.dk');

  // The way on that it names, then the next start.
  const statement = /update channels.*;/.exec(refusal)?.[0] ?? '';
  const { PGlite } = await import('@electric-sql/pglite');
  const client = await PGlite.create(join(data, 'database'));
  await client.exec(statement);
  await client.close();
  const database = await open();
  const { rows } = await database.query("select id, doc->>'address' as address from channels order by id");
  expect(rows.map(({ address }) => address)).toEqual(['other@firm.example', 'salg@firma.dk', 'support@firma.dk']);
  await database.close();
});

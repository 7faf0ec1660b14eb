import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { expect, it, vi } from 'vitest';
import type { HubDatabase } from '../../server/db/database';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { migrate } from '../../server/db/migrate';
import { ofPGlite } from '../../server/db/open-pglite';
import { freshPGlite } from '../support/pglite-snapshot';
import { channelRow, conversationRow, id, messageRow, outboundRow, smallWorkspace, write } from '../support/rows';

// Two databases are made for each, perhaps on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const migrations = readMigrationFiles({ migrationsFolder: 'server/db/migrations' });

/** A database as a hub left it that knew so many migrations. */
async function olderDatabase(many: number): Promise<HubDatabase> {
  const older = ofPGlite(await PGlite.create());
  await older.query('create table hub_migrations (hash text primary key, at bigint not null)');
  for (const { sql: statements, hash, folderMillis } of migrations.slice(0, many)) {
    for (const statement of statements) await older.db.execute(sql.raw(statement));
    await older.query('insert into hub_migrations values ($1, $2)', [hash, folderMillis]);
  }
  return older;
}

async function columnsOf({ query }: HubDatabase): Promise<Map<string, string[]>> {
  const { rows } = await query(
    "select table_name, column_name || ' ' || data_type || ' ' || is_nullable as described from information_schema.columns where table_schema = 'public' order by 1, 2",
  );
  const columns = new Map<string, string[]>();
  for (const { table_name: table, described } of rows as { table_name: string; described: string }[])
    columns.set(table, [...(columns.get(table) ?? []), described]);
  return columns;
}
const namesOf = (described: readonly string[]) => described.map((column) => `"${column.split(' ')[0]}"`).join(', ');
const rowsOf = async ({ query }: HubDatabase, table: string, described: readonly string[]) =>
  (await query(`select row_to_json(t)::text as row from (select ${namesOf(described)} from "${table}") t order by 1`)).rows.map(({ row }) =>
    String(row),
  );

/** A workspace at work: people, an inbox with an address, a conversation with a mail in and one on its way out. */
async function filled(): Promise<HubDatabase> {
  const database = await freshPGlite();
  const store = new DrizzleHubStore(database.db, () => 'epoch');
  await store.transaction('all', (transaction) =>
    transaction.commit([
      ...smallWorkspace(),
      write('channels', channelRow(30, 10, 'inbox@firma.dk')),
      write('conversations', conversationRow(40, 10)),
      write('messages', messageRow(50, 10, 40)),
      write('outboundMails', outboundRow(60, 10, 40, 50)),
    ]),
  );
  return database;
}

it.each([1, 9, migrations.length - 1])('K12 a filled database as a hub with %i migrations left it comes up to date with every row', async (many) => {
  const [older, newest] = await Promise.all([olderDatabase(many), filled()]);
  const now = await columnsOf(newest);
  const kept = new Map<string, { columns: string[]; rows: string[] }>();
  for (const [table, had] of await columnsOf(older)) {
    if (table === 'hub_migrations') continue;
    // What a later migration takes away on purpose is not asked for; no row here has any.
    const columns = had.filter((column) => namesOf(now.get(table) ?? []).includes(namesOf([column])));
    const rows = await rowsOf(newest, table, columns);
    for (const row of rows)
      await older.query(
        `insert into "${table}" (${namesOf(columns)}) select ${namesOf(columns)} from json_populate_record(null::"${table}", $1::json)`,
        [row],
      );
    kept.set(table, { columns, rows });
  }
  expect([...kept.values()].flatMap(({ rows }) => rows).length).toBeGreaterThan(12);

  await migrate(older.db);
  expect(await columnsOf(older)).toEqual(now);
  for (const [table, { columns, rows }] of kept) expect([table, await rowsOf(older, table, columns)]).toEqual([table, rows]);
  // And it is worked with as before.
  const store = new DrizzleHubStore(older.db, () => 'epoch');
  const found = await store.transaction('all', async ({ reader }) => [
    (await reader.find('channels', id(30)))?.address,
    (await reader.find('conversations', id(40)))?.id,
    (await reader.find('messages', id(50), id(40)))?.id,
  ]);
  expect(found).toEqual(['inbox@firma.dk', id(40), id(50)]);
  await migrate(older.db);
  await Promise.all([older.close(), newest.close()]);
});

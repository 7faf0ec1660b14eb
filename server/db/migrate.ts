import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { constraintOfDatabaseError } from './constraint-of-database-error';
import type { Database } from './database';
import { rowsOf } from './rows-of';

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number, the same for every hub. */
const lock = 7_261_120;

/**
 * Brings the tables up to date, in one transaction under an advisory lock: several hubs starting at once would otherwise trip
 * over each other (measured: three at once fail every time without it). A database of a newer hub is left alone and named.
 */
export async function migrate(db: Database): Promise<void> {
  try {
    await applyMissing(db);
  } catch (fault) {
    if (constraintOfDatabaseError(fault) !== 'channels_address') throw fault;
    throw new AddressesTwice(await addressesTwice(db), { cause: fault });
  }
}

async function applyMissing(db: Database): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder });
  await db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${lock})`);
    await transaction.execute(sql`create table if not exists hub_migrations (hash text primary key, at bigint not null)`);
    const done = await rowsOf<{ hash: string; at: string }>(transaction, sql`select hash, at from hub_migrations`);
    const known = new Set(migrations.map((migration) => migration.hash));
    if (done.some((row) => !known.has(row.hash))) throw new NewerDatabase();
    const applied = new Set(done.map((row) => row.hash));
    for (const migration of migrations) {
      if (applied.has(migration.hash)) continue;
      for (const statement of migration.sql) await transaction.execute(sql.raw(statement));
      await transaction.execute(sql`insert into hub_migrations (hash, at) values (${migration.hash}, ${migration.folderMillis})`);
    }
  });
}

export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
  constructor() {
    super('this data was written by a newer version of the hub');
  }
}

/** Two channels have one address, from before that was impossible: which of them its mail belongs to is for a person to say. */
export class AddressesTwice extends Error {
  override name = 'AddressesTwice';
  constructor(channels: { id: string; address: string; inbox: string }[], options: ErrorOptions) {
    const [first] = channels;
    const list = channels.map(({ id, address, inbox }) => `  ${address}: channel ${id} of the inbox "${inbox}"`).join('\n');
    super(
      `these channels have the same address, and only one of them can get its mail:\n${list}\n` +
        'Nothing was changed. Give all but one of them another address with the version you had, or in the database itself, as in\n' +
        `  update channels set doc = jsonb_set(doc, '{address}', '"other@firm.example"') where id = '${first?.id ?? ''}';`,
      options,
    );
  }
}

const addressesTwice = (db: Database) =>
  rowsOf<{ id: string; address: string; inbox: string }>(
    db,
    sql`select channels.id, channels.doc->>'address' as address, coalesce(inboxes.doc->>'name', '') as inbox
        from channels left join inboxes on inboxes.id = channels.doc->>'inboxId' and not inboxes.deleted
        where not channels.deleted and channels.doc->>'address' in
          (select doc->>'address' from channels where not deleted group by 1 having count(*) > 1)
        order by 2, 1`,
  );

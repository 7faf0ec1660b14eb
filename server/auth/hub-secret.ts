import { createHash, randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { and, eq } from 'drizzle-orm';
import { HubRefused } from '../start/hub-refused';
import type { AuthHost } from './auth-host';
import { authSecret } from './auth-schema';

const newSecret = () => randomBytes(48).toString('base64url');
const name = 'sessions';

/** What stands in the database in place of a key that is kept outside: enough to know another one from it. */
const markOf = (given: string) => `outside ${createHash('sha256').update(given).digest('hex')}`;

/**
 * The key that signs sessions and seals mailbox passwords, made at the first start. A hub with a folder of its own keeps it in a file beside the
 * database, so that a copy of the database alone opens nothing; hubs that share one PostgreSQL must share the key and find it there, unless the
 * administrator keeps it outside and gives it to each of them: then no copy of the database has it.
 */
export async function hubSecret(keep: { file: string } | { db: AuthHost['db'] }, given?: string): Promise<string> {
  if ('file' in keep) return given === undefined ? secretInFile(keep.file) : givenBesideFile(keep.file, given);
  return given === undefined ? secretInDatabase(keep.db) : givenToDatabase(keep.db, given);
}

const otherKey = (where: string) =>
  new HubRefused(
    `SAMTALE_SECRET is not the key this hub works with, which ${where}: with another one nobody stays signed in and no mailbox can be read. Set SAMTALE_SECRET to that key, or leave it out.`,
  );

async function givenBesideFile(file: string, given: string): Promise<string> {
  const kept = await readFile(file, 'utf8').catch(() => given);
  if (kept.trim() !== given) throw otherKey(`lies in ${file}`);
  return given;
}

/** A key the hub had kept in the database goes out of it once it is given from outside. */
async function givenToDatabase(db: AuthHost['db'], given: string): Promise<string> {
  await db
    .insert(authSecret)
    .values({ name, value: markOf(given) })
    .onConflictDoNothing();
  await db
    .update(authSecret)
    .set({ value: markOf(given) })
    .where(and(eq(authSecret.name, name), eq(authSecret.value, given)));
  const [row] = await db.select().from(authSecret).where(eq(authSecret.name, name));
  if (row?.value !== markOf(given)) throw otherKey('its database keeps or has been told of');
  return given;
}

async function secretInFile(file: string): Promise<string> {
  try {
    // `wx`: two starts at once cannot both make one.
    await writeFile(file, newSecret(), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  await chmod(file, 0o600);
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < 40)
    throw new Error(
      `${file} is damaged: put back the one of a backup. Without it, delete it: everybody signs in again, and so does every mailbox, for its password or sign-in cannot be opened any more`,
    );
  return secret;
}

async function secretInDatabase(db: AuthHost['db']): Promise<string> {
  await db.insert(authSecret).values({ name, value: newSecret() }).onConflictDoNothing();
  const [row] = await db.select().from(authSecret).where(eq(authSecret.name, name));
  if (!row) throw new Error('the hub could not keep its secret');
  if (row.value.startsWith('outside ')) throw new HubRefused('the key of this hub is kept outside its database: set SAMTALE_SECRET to it');
  return row.value;
}

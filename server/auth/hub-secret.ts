import { randomBytes } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { authSecret } from './auth-schema';

const newSecret = () => randomBytes(48).toString('base64url');
const name = 'sessions';

/**
 * The key that signs sessions, made at the first start. A hub with a folder of its own keeps it in a file beside the database, so that
 * a copy of the database alone opens nothing; hubs that share one PostgreSQL must share the key and find it there.
 */
export async function hubSecret(keep: { file: string } | { db: AuthHost['db'] }): Promise<string> {
  return 'file' in keep ? secretInFile(keep.file) : secretInDatabase(keep.db);
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
  if (secret.length < 40) throw new Error(`${file} is damaged: delete it, and everybody signs in again`);
  return secret;
}

async function secretInDatabase(db: AuthHost['db']): Promise<string> {
  await db.insert(authSecret).values({ name, value: newSecret() }).onConflictDoNothing();
  const [row] = await db.select().from(authSecret).where(eq(authSecret.name, name));
  if (!row) throw new Error('the hub could not keep its secret');
  return row.value;
}

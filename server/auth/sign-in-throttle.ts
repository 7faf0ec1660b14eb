import { eq, sql } from 'drizzle-orm';
import type { AuthHost } from './auth-host';
import { authRateLimit } from './auth-schema';
import { hashToken } from './hash-token';

const tries = 10;
const windowMs = 15 * 60_000;
const keyOf = (email: string) => `account|${hashToken(email.trim().toLowerCase())}`;

/**
 * Counts a try to sign in to one account, known here or not, and tells whether it may go on: ten in a quarter of an hour, from wherever
 * they come (S8). The try is counted before the password is looked at, so a hundred at once gain nothing.
 */
export async function countSignIn(db: AuthHost['db'], email: string, now = Date.now()): Promise<boolean> {
  const key = keyOf(email);
  const fresh = sql`${authRateLimit.lastRequest} < ${now - windowMs}`;
  const [row] = await db
    .insert(authRateLimit)
    .values({ id: key, key, count: 1, lastRequest: now })
    .onConflictDoUpdate({
      target: authRateLimit.key,
      set: {
        count: sql`case when ${fresh} then 1 else ${authRateLimit.count} + 1 end`,
        // The window opens with the first try and is not pushed on by those that follow, or one could lock a colleague out for good.
        lastRequest: sql`case when ${fresh} then ${now} else ${authRateLimit.lastRequest} end`,
      },
    })
    .returning({ count: authRateLimit.count });
  return row !== undefined && row.count <= tries;
}

/** The password was right: earlier slips are forgotten. */
export async function forgetTries(db: AuthHost['db'], email: string): Promise<void> {
  await db.delete(authRateLimit).where(eq(authRateLimit.key, keyOf(email)));
}
